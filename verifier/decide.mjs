// The decision, rule by rule, from the board's own entries. Persons and cities count by head, all else by weight.
import { sum } from "./count.mjs";

const fewest = (of, { numerator, denominator }) =>
	Number((BigInt(of) * BigInt(numerator) + BigInt(denominator) - 1n) / BigInt(denominator));
const moreThanHalf = (of) => Math.floor(of / 2) + 1;
const all = (of) => Math.max(1, of);
const namesOf = (part, some) => [...new Set(some.map((one) => one[part]))];

/**
 * Whether each requirement of the poll's rule is met, as a board states it. Where secrecy forbids to tell a ballot's partner
 * or group (null), what is `stated` of cities or groups cannot be recounted, and is taken as it is.
 */
export function decide(
	poll,
	electors,
	ballots,
	{ count: { cast, abstained, winners, isTie }, rules: stated },
) {
	const { rule, settings, entitled, presentAtClosing } = poll;
	const wanted = { YES_NO_ABSTAIN: "YES", CONSENT: "AGREE" }[settings.method] ?? (isTie ? null : winners[0]);
	const weigh = (some, is) =>
		sum(some.filter(({ answer: { marks } }) => is(marks)).map(({ weight }) => weight));
	const weightOf = (key, some) => weigh(some, (marks) => marks.some(({ option }) => option === key));
	const speaks = (marks) => marks.length > 0 && marks[0].option !== "ABSTAIN";
	const parts = (kind, part, needed) => {
		const own = namesOf(part, electors).map((name) => ballots.filter((ballot) => ballot[part] === name));
		const told = own.filter((some) => 2 * weightOf(wanted, some) > weigh(some, speaks)).length;
		const isTold = ballots.every((ballot) => ballot[part] !== null);
		const have = isTold ? told : stated.find((result) => result.kind === kind)?.have;
		return [have, own.length, needed(own.length)];
	};
	const here = electors.filter(({ isPresent }) => isPresent);
	const quorum = (have) => [have, entitled.persons, fewest(entitled.persons, rule.quorum)];
	const quorumOfCities = (have) => [have, entitled.cities, fewest(entitled.cities, rule.quorumOfCities)];
	const { kind, base, countsAbstentions } = rule.threshold;
	const bases = { CAST: cast, PRESENT: sum(electors.map(({ weight }) => weight)), ENTITLED: entitled.weight };
	const of = bases[base] - (countsAbstentions ? 0 : abstained);
	const [yes, voices, places] = [weightOf(wanted, ballots), cast - abstained, settings.seats ?? 1];
	const share = (numerator, denominator) => [yes, of, all(fewest(of, { numerator, denominator }))];
	const thresholds = {
		NONE: { CLEAR_CHOICE: [isTie && !settings.seats ? 0 : winners.length, places, places] },
		SIMPLE: { MAJORITY_OF_PERSONS: [yes, voices, moreThanHalf(voices)] },
		ABSOLUTE: { ABSOLUTE_MAJORITY: [yes, of, moreThanHalf(of)] },
		TWO_THIRDS: { TWO_THIRDS: share(2, 3) },
		THREE_QUARTERS: { THREE_QUARTERS: share(3, 4) },
		CONSENT: {
			NO_BLOCK: [cast - weightOf("BLOCK", ballots), cast, all(cast)],
			SOMEBODY_AGREES: [yes, cast, 1],
		},
	};
	const figures = {
		QUORUM: quorum(here.length),
		QUORUM_OF_CITIES: quorumOfCities(namesOf("partnerId", here).length),
		QUORUM_AT_CLOSING: rule.holdsQuorumAtClosing && quorum(presentAtClosing.persons),
		QUORUM_OF_CITIES_AT_CLOSING: rule.holdsQuorumAtClosing && quorumOfCities(presentAtClosing.cities),
		...thresholds[kind],
		MAJORITY_OF_CITIES: rule.needsMajorityOfCities && parts("MAJORITY_OF_CITIES", "partnerId", moreThanHalf),
		MAJORITY_OF_EVERY_GROUP: rule.needsMajorityOfEveryGroup && parts("MAJORITY_OF_EVERY_GROUP", "group", all),
	};
	const asked = Object.entries(figures).filter(([, three]) => three && three[2] > 0);
	const result = ([kind, [have, of, needed]]) => ({ kind, isMet: have >= needed, have, of, needed });
	return { isAdopted: asked.map(result).every(({ isMet }) => isMet), rules: asked.map(result) };
}
