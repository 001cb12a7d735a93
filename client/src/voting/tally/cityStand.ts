import { isCityFor, type OptionKey } from "@crossroads/shared";

interface ChoiceCount {
	choice: OptionKey;
	/** The weight of those who chose it. */
	points: number;
}

/** How a city's delegates have spoken so far; "silent": none of them said yes or no, or agreed or not. */
export type CityStand = "for" | "against" | "divided" | "silent";

/** What those weigh who chose it; a choice that is not listed was taken by nobody. */
export function countOf(counts: readonly ChoiceCount[], choice: OptionKey): number {
	return counts.find((counted) => counted.choice === choice)?.points ?? 0;
}

/** Where a city stands by its counts; "for" exactly where the decision rule counts it as for. */
export function cityStand(counts: readonly ChoiceCount[]): CityStand {
	const yes = countOf(counts, "YES") + countOf(counts, "AGREE");
	const no = countOf(counts, "NO") + countOf(counts, "DISAGREE") + countOf(counts, "BLOCK");
	if (isCityFor(yes, no)) return "for";
	if (no > yes) return "against";
	return yes + no === 0 ? "silent" : "divided";
}
