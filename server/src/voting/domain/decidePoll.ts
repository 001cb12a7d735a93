import {
	type CountResult,
	count,
	decide,
	type Headcount,
	hasOwnOptions,
	lotText,
	type PollSettings,
	placesOf,
	type StakeholderGroup,
	standOf,
	type WeightedBallot,
} from "@crossroads/shared";
import type { Elector, Poll, PollResult } from "./Poll.ts";

/** Who could come and who was there, counted when the poll opened. */
export interface OpeningCounts {
	/** On the event's list. */
	readonly entitled: Headcount & { readonly weight: number };
	/** In the room; who is represented is not. */
	readonly present: Headcount;
}

/** An answer that counts, with where it is from as far as the rule needs it; null: the rule does not. */
export interface CountedBallot extends WeightedBallot {
	readonly partnerId: string | null;
	readonly group: StakeholderGroup | null;
}

/** What a decision rests on. */
export interface PollFacts extends OpeningCounts {
	/** Of those present at opening, who still is at closing. */
	readonly presentAtClosing: Headcount;
	/** All who may vote: those present, and those represented. */
	readonly electors: readonly Pick<Elector, "partnerId" | "group" | "weight">[];
	/** In any order. */
	readonly ballots: readonly CountedBallot[];
}

/** The decision with its reasons, and the count that it follows from. */
export interface DecidedPoll {
	readonly result: PollResult;
	readonly count: CountResult;
}

/** [V9] [V21] Counts a poll and decides it. Whole numbers only. `digest`: sha-256, hex, for the lot [V23]. */
export function decidePoll(
	{ id, settings, rule }: Pick<Poll, "id" | "settings" | "rule">,
	facts: PollFacts,
	digest: (text: string) => string,
): DecidedPoll {
	const { entitled, present, presentAtClosing, electors, ballots } = facts;
	const counted = countBallots(id, settings, ballots, digest);
	const attendance = (of: keyof Headcount) => ({
		present: present[of],
		presentAtClosing: presentAtClosing[of],
		entitled: entitled[of],
	});
	const decision = decide(rule, settings.method, {
		persons: attendance("persons"),
		cities: attendance("cities"),
		weightPresent: electors.reduce((sum, { weight }) => sum + weight, 0),
		weightEntitled: entitled.weight,
		stand: standOf(counted),
		byCity: rule.needsMajorityOfCities ? standsBy("partnerId", settings, facts) : [],
		byGroup: rule.needsMajorityOfEveryGroup ? standsBy("group", settings, facts) : [],
		...placesOf(settings, counted),
	});
	const winners = hasOwnOptions(settings.method) ? [] : counted.winners;
	return { result: { ...decision, winners }, count: counted };
}

/** [V21] [V23] The count of a poll's ballots. Only the single transferable vote draws lots; the seed takes a sorted text of all ballots. */
function countBallots(
	pollId: string,
	settings: PollSettings,
	ballots: readonly WeightedBallot[],
	digest: (text: string) => string,
): CountResult {
	const drawsLots = settings.method === "SINGLE_TRANSFERABLE_VOTE";
	return count(settings, ballots, drawsLots ? digest(lotText(pollId, ballots)) : "0");
}

/** How each city, or group, that has electors stands: silent ones too. */
function standsBy(part: "partnerId" | "group", settings: PollSettings, { electors, ballots }: PollFacts) {
	const parts = new Map<string | null, CountedBallot[]>(electors.map((elector) => [elector[part], []]));
	for (const ballot of ballots) parts.get(ballot[part])?.push(ballot);
	return [...parts.values()].map((own) => standOf(count(settings, own, "0")));
}
