import type { Attempt, VoterRecord } from "./Attempt.ts";

/** A ballot as it lies in the box. */
export interface StoredBallot {
	readonly personId: string;
	readonly choice: string;
	readonly receipt: string;
	readonly key: string;
}

/** A count as somebody is shown it. */
export interface ShownTally {
	readonly where: string;
	readonly cast: number;
	readonly total: readonly { readonly choice: string; readonly count: number }[];
}

/** A published board as a server gives it, and the verifier's verdict on it. */
export interface ShownBoard {
	readonly where: string;
	/** By person. */
	readonly receipts: ReadonlyMap<string, string>;
	readonly isBelieved: boolean;
	readonly verdict: string;
}

/** What is wrong with a poll, in words; everything ought to be empty. */
export interface PollFinding {
	/** Acknowledged, and not in the box. */
	readonly lost: readonly string[];
	/** Two acknowledged where only one may be, or more in the box than voters. */
	readonly twice: readonly string[];
	/** In the box, and never given, refused, or another than was given last. */
	readonly foreign: readonly string[];
	/** Refused for a reason that was not there. */
	readonly refused: readonly string[];
	/** Counts that are not those of the ballots. */
	readonly miscounted: readonly string[];
	/** What the published board lacks, and why the verifier refuses it. */
	readonly unverified: readonly string[];
}

/** Compares what the voters were told with what lies in the box, and the box with every count that is shown. */
export function checkPoll(
	records: readonly VoterRecord[],
	stored: readonly StoredBallot[],
	shown: readonly ShownTally[],
	allowsChange: boolean,
	boards: readonly ShownBoard[],
): PollFinding {
	const byPerson = Map.groupBy(stored, ({ personId }) => personId);
	const persons = new Set(records.map(({ personId }) => personId));
	const strangers = [...byPerson.keys()].filter((id) => !persons.has(id)).map((id) => `a ballot of ${id}`);
	const each = records.map((record) => checkVoter(record, byPerson.get(record.personId) ?? [], allowsChange));
	return {
		lost: each.flatMap(({ lost }) => lost),
		twice: each.flatMap(({ twice }) => twice),
		foreign: [...strangers, ...each.flatMap(({ foreign }) => foreign)],
		refused: records.flatMap((record) => wrongRefusals(record, allowsChange)),
		miscounted: shown.flatMap((tally) => miscountOf(tally, stored)),
		unverified: boards.flatMap((board) => faultsOf(board, stored)),
	};
}

const isAcknowledged = ({ answer }: Attempt) => answer !== null && "receipt" in answer;
const isRefused = ({ answer }: Attempt) => answer !== null && "refusal" in answer;

function checkVoter(record: VoterRecord, ballots: readonly StoredBallot[], allowsChange: boolean) {
	const who = `${record.personId} (${record.habit})`;
	const acknowledged = record.attempts.filter(isAcknowledged);
	const [ballot] = ballots;
	const twice = [
		...(ballots.length > 1 ? [`${who} has ${ballots.length} ballots`] : []),
		...(!allowsChange && acknowledged.length > 1 ? [`${who} was told of two ballots`] : []),
	];
	if (!ballot) return { lost: acknowledged.length > 0 ? [who] : [], twice, foreign: [] };
	const why = whyForeign(record, ballot, acknowledged);
	return { lost: [], twice, foreign: why === null ? [] : [`${who}: ${why}`] };
}

/** The one in the box was given, not refused, and none that was acknowledged came after it. */
function whyForeign(
	record: VoterRecord,
	ballot: StoredBallot,
	acknowledged: readonly Attempt[],
): string | null {
	const attempt = record.attempts.find(({ key }) => key === ballot.key);
	if (!record.isElector) return "is no elector";
	if (!attempt) return "never gave this ballot";
	if (isRefused(attempt)) return "was told that it does not count";
	if (attempt.choice !== ballot.choice) return `gave ${attempt.choice}, not ${ballot.choice}`;
	if (acknowledged.some(({ after }) => after.includes(attempt))) return "gave another one after it";
	const { answer } = attempt;
	if (answer && "receipt" in answer && answer.receipt !== ballot.receipt) return "has another receipt";
	return null;
}

/** An elector is told that the poll is closed, or, where no change is allowed, that there is a ballot already. */
function wrongRefusals(record: VoterRecord, allowsChange: boolean): string[] {
	const hasAnother = record.attempts.some((attempt) => !isRefused(attempt));
	const right = ["POLL_CLOSED"];
	if (!record.isElector) right.push("NOT_AN_ELECTOR");
	else if (hasAnother && !allowsChange) right.push("ALREADY_VOTED");
	return record.attempts.flatMap(({ answer }) =>
		answer && "refusal" in answer && !right.includes(answer.refusal)
			? [`${record.personId} (${record.habit}): ${answer.refusal}`]
			: [],
	);
}

function miscountOf({ where, cast, total }: ShownTally, stored: readonly StoredBallot[]): string[] {
	const count = (choice: string) => stored.filter((ballot) => ballot.choice === choice).length;
	const wrong = total.filter((line) => line.count !== count(line.choice));
	return [
		...(cast === stored.length ? [] : [`${where}: ${cast} cast, ${stored.length} in the box`]),
		...wrong.map((line) => `${where}: ${line.count} ${line.choice}, ${count(line.choice)} in the box`),
	];
}

/** Believed, and every ballot of the box is on it with its receipt, and no other. */
function faultsOf(
	{ where, receipts, isBelieved, verdict }: ShownBoard,
	stored: readonly StoredBallot[],
): string[] {
	const missing = stored.filter(({ personId, receipt }) => receipts.get(personId) !== receipt);
	return [
		...(isBelieved ? [] : [`${where}: ${verdict}`]),
		...missing.map(({ personId }) => `${where}: the receipt of ${personId} is not on the board`),
		...(receipts.size === stored.length
			? []
			: [`${where}: ${receipts.size} ballots on the board, ${stored.length} in the box`]),
	];
}
