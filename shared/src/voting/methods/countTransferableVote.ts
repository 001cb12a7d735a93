import type { OptionKey, PollSettings } from "../pollMethod.ts";
import type { WeightedBallot } from "./ballots.ts";
import type { TransferStage, TransferStages } from "./CountResult.ts";
import { lotOrder } from "./lot.ts";
import { bestOf, type Preferences, preferencesOf } from "./preferences.ts";

/** One vote, in the hundred-thousandths in which votes are held. */
const ONE_VOTE = 100_000;

/** Equal ballot papers lying with an option, each worth `value`. */
interface Parcel {
	readonly paper: Preferences;
	readonly value: number;
}

interface Lot {
	readonly tied: readonly number[];
	readonly chosen: number;
}

/** The count as it goes on. All lists are by the options' places in the poll's order. */
interface Table {
	readonly keys: readonly OptionKey[];
	readonly seats: number;
	/** In hundred-thousandths. */
	readonly quota: number;
	readonly order: readonly number[];
	readonly parcels: Parcel[][];
	votes: number[];
	nonTransferable: number;
	readonly elected: number[];
	readonly continuing: Set<number>;
	/** Elected with more than the quota, not yet transferred. */
	readonly withSurplus: Set<number>;
	readonly history: (readonly number[])[];
	readonly stages: TransferStage[];
	lots: Lot[];
}

/**
 * Single transferable vote by the Scottish rules: Scottish Local Government Elections Order 2011 (SSI 2011/399),
 * schedule 1, rules 46 to 53 (rules 45 to 52 of SSI 2007/42): Droop quota; surpluses by the weighted inclusive Gregory
 * method, the largest first, the value of each paper to five decimal places with the remainder ignored; exclusion of
 * the fewest; ties by the most recent stage at which the votes differed, else by lot. Where more than two are tied, the
 * look back goes on among those that it leaves tied. The lot is drawn by the seed (`lotOrder`): who comes first in its
 * order is transferred first, and who comes last is excluded. A tie is said if the opposite order would elect others.
 */
export function countTransferableVote(
	settings: PollSettings,
	ballots: readonly WeightedBallot[],
	lotSeed: string,
) {
	const keys = settings.options.map(({ key }) => key);
	const papers = preferencesOf(settings, ballots);
	const order = lotOrder(keys.length, lotSeed);
	const table = countStages(settings, papers, order);
	const isByLot = table.stages.some(({ lots }) => lots.length > 0);
	const opposite = isByLot ? countStages(settings, papers, order.toReversed()).elected : table.elected;
	const winners = namesOf(table, table.elected);
	const others = keys.filter((key) => !winners.includes(key));
	const working: TransferStages = {
		kind: "TRANSFER_STAGES",
		quota: table.quota / ONE_VOTE,
		stages: table.stages,
	};
	return {
		winners,
		isTie: opposite.some((place) => !table.elected.includes(place)),
		ranking: [...winners.map((key) => [key]), others].filter(({ length }) => length > 0),
		working,
	};
}

function countStages(
	settings: PollSettings,
	papers: readonly Preferences[],
	order: readonly number[],
): Table {
	const table = layOut(settings, papers, order);
	if (papers.length === 0) return table;
	for (const paper of papers) give(table, { paper, value: ONE_VOTE });
	endStage(table, "FIRST", null);
	while (table.elected.length < table.seats && table.continuing.size > 0) {
		if (table.withSurplus.size > 0) transferSurplus(table);
		else exclude(table);
	}
	return table;
}

function layOut(settings: PollSettings, papers: readonly Preferences[], order: readonly number[]): Table {
	const keys = settings.options.map(({ key }) => key);
	const seats = settings.seats ?? 1;
	const valid = papers.reduce((total, { weight }) => total + weight, 0);
	return {
		keys,
		seats,
		quota: ((valid - (valid % (seats + 1))) / (seats + 1) + 1) * ONE_VOTE,
		order,
		parcels: keys.map(() => []),
		votes: keys.map(() => 0),
		nonTransferable: 0,
		elected: [],
		continuing: new Set(keys.keys()),
		withSurplus: new Set(),
		history: [],
		stages: [],
		lots: [],
	};
}

/** Rules 46, 49 (2), 51 (3): the parcel goes to the next option still in, with its value; else it is not transferable. */
function give(table: Table, { paper, value }: Parcel): void {
	const worth = value * paper.weight;
	const place = paper.places.find((preferred) => table.continuing.has(preferred));
	if (place === undefined) {
		table.nonTransferable += worth;
		return;
	}
	table.votes[place] = (table.votes[place] ?? 0) + worth;
	table.parcels[place]?.push({ paper, value });
}

/** Rules 49, 50: the largest surplus; each paper is worth surplus × value ÷ votes, cut after five decimals. */
function transferSurplus(table: Table): void {
	const tied = bestOf([...table.withSurplus], [...table.history], Math.max);
	const from = draw(table, tied, "first");
	const votes = table.votes[from] ?? 0;
	const surplus = votes - table.quota;
	table.withSurplus.delete(from);
	for (const { paper, value } of takeAll(table, from))
		give(table, { paper, value: Number((BigInt(surplus) * BigInt(value)) / BigInt(votes)) });
	table.votes[from] = table.quota;
	endStage(table, "SURPLUS", from);
}

/** Rules 51, 52: whoever has the fewest leaves; the papers keep their values. */
function exclude(table: Table): void {
	const tied = bestOf([...table.continuing], [...table.history], Math.min);
	const from = draw(table, tied, "last");
	table.continuing.delete(from);
	for (const parcel of takeAll(table, from)) give(table, parcel);
	table.votes[from] = 0;
	endStage(table, "EXCLUSION", from);
}

function takeAll(table: Table, place: number): readonly Parcel[] {
	return table.parcels[place]?.splice(0) ?? [];
}

/** The one of the tied who comes first, or last, in the order of the lot. */
function draw(table: Table, tied: readonly number[], end: "first" | "last"): number {
	const drawn = table.order.filter((place) => tied.includes(place));
	const chosen = drawn.at(end === "first" ? 0 : -1);
	if (chosen === undefined) throw new Error("a lot among nobody");
	if (tied.length > 1) table.lots.push({ tied, chosen });
	return chosen;
}

/** Rules 48, 53: whoever has the quota is elected; so is everybody who is left when there are no more than seats. */
function endStage(table: Table, kind: TransferStage["kind"], from: number | null): void {
	const { votes, continuing, quota, elected, seats } = table;
	table.history.push([...votes]);
	const reached = [...continuing].filter((place) => (votes[place] ?? 0) >= quota);
	const isLast = continuing.size - reached.length <= seats - elected.length - reached.length;
	const chosen = mostFirst(table, isLast ? [...continuing] : reached);
	for (const place of chosen) {
		elected.push(place);
		continuing.delete(place);
		if ((votes[place] ?? 0) > quota) table.withSurplus.add(place);
	}
	table.stages.push({
		kind,
		from: from === null ? null : (table.keys[from] ?? null),
		votes: table.keys.map((option, place) => ({ option, votes: votes[place] ?? 0 })),
		nonTransferable: table.nonTransferable,
		elected: namesOf(table, chosen),
		lots: table.lots.map((lot) => ({
			tied: namesOf(table, lot.tied),
			chosen: table.keys[lot.chosen] ?? "",
		})),
	});
	table.lots = [];
}

/** By their votes now, then by those when they last differed, then in the poll's order: nothing hangs on it. */
function mostFirst({ history }: Table, places: readonly number[]): readonly number[] {
	return [...places].sort((one, other) => {
		const differed = history.findLast((votes) => votes[one] !== votes[other]);
		return (differed?.[other] ?? 0) - (differed?.[one] ?? 0);
	});
}

function namesOf({ keys }: Table, places: readonly number[]): readonly OptionKey[] {
	return places.map((place) => keys[place] ?? "");
}
