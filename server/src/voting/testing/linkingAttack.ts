/** What a database administrator sees of one row besides what it says: of who voted, or of what was voted. */
export interface RowTrace {
	/** What the row says: the voter, or the answer. */
	readonly says: string;
	/** The transaction that wrote it. */
	readonly xmin: number;
	/** Where it lies: the rank of its ctid, or its place in an array, a log or a dump. */
	readonly place: number;
	/** When it was written, as far as a column, a log line or an event tells; null: nothing tells. */
	readonly at: number | null;
}

/** A way of guessing which row of the one table belongs to which of the other. */
export type Clue =
	| "same transaction"
	| "order of transactions"
	| "order of places"
	| "order of times"
	| "nearest time";

/** Whom each voter is said to have voted for. */
export type Guess = ReadonlyMap<string, string>;

type Order = (one: RowTrace, other: RowTrace) => number;

const byTransaction: Order = (one, other) => one.xmin - other.xmin || one.place - other.place;
const byPlace: Order = (one, other) => one.place - other.place;
const byTime: Order = (one, other) => (one.at ?? 0) - (other.at ?? 0) || one.place - other.place;

/**
 * The attack of threat 42: guesses every voter's answer by each clue that the rows of the two tables leave. It does not
 * know the truth; `rightGuesses` does. Where a clue is missing (no times), the guess by it is what it would be
 * without: it finds nothing better than chance.
 */
export function linkRows(
	voters: readonly RowTrace[],
	answers: readonly RowTrace[],
): ReadonlyMap<Clue, Guess> {
	return new Map<Clue, Guess>([
		["same transaction", withinTransactions(voters, answers)],
		["order of transactions", inOrder(voters, answers, byTransaction)],
		["order of places", inOrder(voters, answers, byPlace)],
		["order of times", inOrder(voters, answers, byTime)],
		["nearest time", byNearestTime(voters, answers)],
	]);
}

/** How many of the voters a guess is right about. With all answers different, chance is right about one on average. */
export function rightGuesses(guess: Guess, truth: ReadonlyMap<string, string>): number {
	return [...truth].filter(([voter, answer]) => guess.get(voter) === answer).length;
}

function inOrder(voters: readonly RowTrace[], answers: readonly RowTrace[], order: Order): Guess {
	const sorted = answers.toSorted(order);
	return new Map(voters.toSorted(order).map(({ says }, place) => [says, sorted[place]?.says ?? ""]));
}

/** Rows that one transaction wrote belong together; among several of them, the order of places guesses. */
function withinTransactions(voters: readonly RowTrace[], answers: readonly RowTrace[]): Guess {
	const together = Map.groupBy(answers, ({ xmin }) => xmin);
	const groups = Map.groupBy(voters, ({ xmin }) => xmin);
	return new Map(
		[...groups].flatMap(([xmin, group]) => [...inOrder(group, together.get(xmin) ?? [], byPlace)]),
	);
}

function byNearestTime(voters: readonly RowTrace[], answers: readonly RowTrace[]): Guess {
	const left = answers.toSorted(byTime);
	const guess = new Map<string, string>();
	for (const { says, at } of voters.toSorted(byTime)) {
		const distances = left.map((answer) => Math.abs((answer.at ?? 0) - (at ?? 0)));
		const [nearest] = left.splice(distances.indexOf(Math.min(...distances)), 1);
		guess.set(says, nearest?.says ?? "");
	}
	return guess;
}
