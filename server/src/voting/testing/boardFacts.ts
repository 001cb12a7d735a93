import {
	type BallotAnswer,
	type BallotEntry,
	codeSigns,
	completeRule,
	count,
	type DecisionFacts,
	type DecisionRule,
	decide,
	type ElectorEntry,
	hasOwnOptions,
	isRuleFor,
	lotText,
	type PollMethod,
	type PollSettings,
	placesOf,
	readAnswer,
	readSettings,
	type Secrecy,
	StakeholderGroup,
	standOf,
	ThresholdBase,
	ThresholdKind,
} from "@crossroads/shared";
import type { BoardFacts, BoardTools } from "../domain/buildBoard.ts";
import { canonicalElectorate } from "../domain/electorate/electorate.ts";

type Next = (below: number) => number;
type Elector = BoardFacts["electors"][number];
type Ballot = BoardFacts["ballots"][number];

/** A stream of numbers from 0 to `below` - 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): Next {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

/**
 * A closed poll of this method, decided as the server decides it; the same for the same seed. Two to twenty electors of
 * one to four cities, often few in one; answers that often tie; silent electors; rules of every kind that the method
 * allows. Named: weights, proxies, split votes, paper. Secret: invalid ballots and paper.
 */
export function boardFacts(
	method: PollMethod,
	secrecy: Secrecy,
	seed: number,
	digest: BoardTools["digest"],
): BoardFacts {
	const next = numbersFrom(seed * 2 + (secrecy === "SECRET" ? 1 : 0));
	const settings = settingsFor(method, next);
	const electors = someElectors(secrecy, next);
	const ballots = electors.flatMap((elector) => ballotsOf(settings, secrecy, elector, next));
	const sealed = ballots
		.filter(({ isPaper }) => secrecy === "SECRET" && !isPaper)
		.map(() => someSealed(next));
	const silent = electors.length - new Set(ballots.map(({ personId }) => personId)).size;
	const invalid = secrecy === "SECRET" && silent > 0 && next(2) > 0 ? [someSealed(next)] : [];
	const rule = someRule(method, next);
	const facts = {
		poll: pollOf(`poll-${seed}`, secrecy, settings, rule, electors, digest, next),
		partners: [...new Set(electors.map(({ partnerId }) => partnerId))].map((partnerId) => ({
			partnerId,
			name: `City of ${partnerId}`,
		})),
		electors,
		ballots,
		box: secrecy === "SECRET" ? { sealed: [...sealed, ...invalid], invalid } : null,
	};
	return decidedAnew(facts, digest);
}

/** The facts with the result that their ballots come to. */
export function decidedAnew(facts: Omit<BoardFacts, "result">, digest: BoardTools["digest"]): BoardFacts {
	const { poll, electors, ballots } = facts;
	const counted = count(poll.settings, ballots, digest(lotText(poll.pollId, ballots)));
	const decision = decide(poll.rule, poll.settings.method, factsOf(poll, electors, ballots, counted));
	return { ...facts, result: { count: counted, ...decision } };
}

function settingsFor(method: PollMethod, next: Next): PollSettings {
	const labels = hasOwnOptions(method) ? [] : ["Etterbeek", "Ghent", "Öland", "Zagreb"].slice(0, 2 + next(3));
	const limits = {
		...(method === "SINGLE_TRANSFERABLE_VOTE" && { seats: 1 + next(labels.length) }),
		...(method === "MULTIPLE_CHOICE" && { mostChosen: 1 + next(labels.length) }),
		...(method === "DOTS" && { dots: 1 + next(6) }),
	};
	const settings = readSettings(method, labels, limits);
	if (!settings) throw new Error(`no settings for ${method}`);
	return settings;
}

function someElectors(secrecy: Secrecy, next: Next): Elector[] {
	const cities = 1 + next(4);
	const groups = Object.values(StakeholderGroup);
	const electors = Array.from({ length: 2 + next(19) }, (_, number) => ({
		personId: `person-${number}`,
		name: `Person "${number}" Ünïcode`,
		partnerId: `partner-${next(cities) * next(2)}`,
		group: groups[next(3)] as StakeholderGroup,
		weight: secrecy === "NAMED" && next(3) === 0 ? 1 + next(5) : 1,
		isPresent: true,
		proxyId: null,
	}));
	// The first is there; some of the others are represented by it.
	return electors.map((elector, number) =>
		number > 0 && next(6) === 0 ? { ...elector, isPresent: false, proxyId: "person-0" } : elector,
	);
}

function ballotsOf(settings: PollSettings, secrecy: Secrecy, elector: Elector, next: Next): Ballot[] {
	if (next(5) === 0) return [];
	const isPaper = next(6) === 0;
	const hash = Uint8Array.from({ length: 32 }, () => next(256));
	const own = {
		personId: elector.personId,
		receipt: isPaper ? null : codeSigns(hash, 2),
		partnerId: elector.partnerId,
		group: elector.group,
		isPaper,
	};
	const weights = secrecy === "NAMED" && elector.weight > 2 ? [1, elector.weight - 1] : [elector.weight];
	const parts = weights.map((weight) => ({ ...own, weight, answer: someAnswer(settings, next) }));
	const isSame = parts.length === 2 && JSON.stringify(parts[0]?.answer) === JSON.stringify(parts[1]?.answer);
	return isSame ? [{ ...(parts[0] as Ballot), weight: elector.weight }] : parts;
}

/** An answer to such a poll, drawn by `next`. */
export function someAnswer(settings: PollSettings, next: Next): BallotAnswer {
	for (;;) {
		const most = { SCORE: 6, MAJORITY_JUDGMENT: 7, DOTS: 4 }[settings.method as string] ?? 2;
		const ranks = settings.options
			.map((_, place) => ({ place, key: next(1_000) }))
			.sort((a, b) => a.key - b.key);
		const marks = settings.options.map(({ key }, place) => ({
			option: key,
			value: isRankedMethod(settings.method)
				? ranks.findIndex((rank) => rank.place === place) + 1
				: next(most),
		}));
		const said = marks.filter(({ value }) => value > 0 && next(4) > 0);
		const reason = said.some(({ option }) => option === "BLOCK") ? { reason: `Reason\n"${next(3)}"` } : {};
		const answer = readAnswer(settings, { marks: said, ...reason });
		if (answer) return answer;
	}
}

function isRankedMethod(method: PollMethod): boolean {
	return ["SCHULZE", "INSTANT_RUNOFF", "SINGLE_TRANSFERABLE_VOTE"].includes(method);
}

function someRule(method: PollMethod, next: Next): DecisionRule {
	const share = () => ({ numerator: next(3), denominator: 2 + next(3) });
	const oneOf = <T>(values: readonly T[]) => values[next(values.length)] as T;
	for (;;) {
		const rule: DecisionRule = {
			quorum: share(),
			quorumOfCities: share(),
			holdsQuorumAtClosing: next(2) > 0,
			threshold: {
				kind: oneOf(Object.values(ThresholdKind)),
				base: oneOf(Object.values(ThresholdBase)),
				countsAbstentions: next(2) > 0,
			},
			needsMajorityOfCities: next(2) > 0,
			needsMajorityOfEveryGroup: next(2) > 0,
			allowsBallotChange: next(2) > 0,
		};
		if (isRuleFor(method, rule)) return rule;
	}
}

function pollOf(
	pollId: string,
	secrecy: Secrecy,
	settings: PollSettings,
	rule: DecisionRule,
	electors: readonly Elector[],
	digest: BoardTools["digest"],
	next: Next,
): BoardFacts["poll"] {
	const here = electors.filter(({ isPresent }) => isPresent);
	const named = electors.map(({ personId, ...elector }) => ({ personId: personId as string, ...elector }));
	return {
		pollId,
		question: 'Shall we "meet"\nin Zagreb?',
		recommendationVersionId: null,
		secrecy,
		settings,
		rule: completeRule(rule, settings.method),
		openedAt: "2026-11-23T10:00:00.000Z",
		closedAt: "2026-11-23T10:05:00.000Z",
		entitled: {
			persons: electors.length + next(5),
			cities: citiesOf(electors) + next(2),
			weight: weightOf(electors) + next(9),
		},
		presentAtClosing: { persons: next(here.length + 1), cities: next(citiesOf(here) + 1) },
		electorateHash: digest(canonicalElectorate(named)),
		box: secrecy === "SECRET" ? { publicKey: "A".repeat(43), trustees: { of: 3, needed: 2 } } : null,
	};
}

function factsOf(
	{ entitled, presentAtClosing, settings }: BoardFacts["poll"],
	electors: readonly Elector[],
	ballots: readonly Ballot[],
	counted: ReturnType<typeof count>,
): DecisionFacts {
	const here = electors.filter(({ isPresent }) => isPresent);
	const standsBy = (part: "partnerId" | "group") =>
		[...new Set(electors.map((elector) => elector[part]))].map((name) => {
			const own = ballots.filter((ballot) => ballot[part] === name);
			return standOf(count(settings, own, "0"));
		});
	return {
		persons: {
			present: here.length,
			presentAtClosing: presentAtClosing.persons,
			entitled: entitled.persons,
		},
		cities: {
			present: citiesOf(here),
			presentAtClosing: presentAtClosing.cities,
			entitled: entitled.cities,
		},
		weightPresent: weightOf(electors),
		weightEntitled: entitled.weight,
		stand: standOf(counted),
		byCity: standsBy("partnerId"),
		byGroup: standsBy("group"),
		...placesOf(settings, counted),
	};
}

function someSealed(next: Next): string {
	return Buffer.from(Uint8Array.from({ length: 128 }, () => next(256))).toString("base64url");
}

function citiesOf(electors: readonly Pick<ElectorEntry, "partnerId">[]): number {
	return new Set(electors.map(({ partnerId }) => partnerId)).size;
}

function weightOf(some: readonly Pick<BallotEntry, "weight">[]): number {
	return some.reduce((sum, { weight }) => sum + weight, 0);
}
