import type { DecisionRule, Threshold } from "../decisionRule.ts";
import { count } from "../methods/index.ts";
import type { PollMethod } from "../pollMethod.ts";
import { type DecisionFacts, placesOf, standOf } from "../rules/index.ts";
import type { ThresholdBase, ThresholdKind } from "../words.ts";
import { settingsOf } from "./pollCases.ts";

/** Somebody on the event's list. */
export interface Delegate {
	readonly city: string;
	readonly group: string;
	readonly weight: number;
	readonly isPresent: boolean;
	readonly isThereAtClosing: boolean;
	/** The option's key; null: no ballot. Only of those present. */
	readonly said: string | null;
}

/**
 * Delegates written as "A yes 3 x2": three of city A who each weigh 2 said yes. "silent": present without a ballot;
 * "absent": not present; "left": silent and gone at closing; "a+b": chose both. A word in capitals besides is the group.
 */
export function delegatesOf(...lines: readonly string[]): readonly Delegate[] {
	return lines.flatMap((line) => {
		const [city = "", said = "", ...more] = line.split(" ");
		const number = Number(more.find((word) => /^\d+$/.test(word)) ?? 1);
		const delegate: Delegate = {
			city,
			group: more.find((word) => /^[A-Z]+$/.test(word)) ?? "CITIZENS",
			weight: Number(more.find((word) => /^x\d+$/.test(word))?.slice(1) ?? 1),
			isPresent: said !== "absent",
			isThereAtClosing: said !== "absent" && said !== "left",
			said: ["silent", "absent", "left"].includes(said) ? null : said.toUpperCase(),
		};
		return new Array<Delegate>(number).fill(delegate);
	});
}

/** What a decision about these delegates' ballots rests on, by way of the count. */
export function factsOf(method: PollMethod, delegates: readonly Delegate[]): DecisionFacts {
	const present = delegates.filter(({ isPresent }) => isPresent);
	const atClosing = delegates.filter(({ isThereAtClosing }) => isThereAtClosing);
	const citiesOf = (some: readonly Delegate[]) => new Set(some.map(({ city }) => city)).size;
	const standsBy = (nameOf: (delegate: Delegate) => string) =>
		[...new Set(present.map(nameOf))].map((name) =>
			standOf(
				countOf(
					method,
					present.filter((delegate) => nameOf(delegate) === name),
				),
			),
		);
	const counted = countOf(method, present);
	return {
		persons: {
			present: present.length,
			presentAtClosing: atClosing.length,
			entitled: delegates.length,
		},
		cities: {
			present: citiesOf(present),
			presentAtClosing: citiesOf(atClosing),
			entitled: citiesOf(delegates),
		},
		weightPresent: weightOf(present),
		weightEntitled: weightOf(delegates),
		stand: standOf(counted),
		byCity: standsBy(({ city }) => city),
		byGroup: standsBy(({ group }) => group),
		...placesOf(settingsOf(method, 3), counted),
	};
}

function countOf(method: PollMethod, delegates: readonly Delegate[]) {
	const ballots = delegates.flatMap(({ said, weight }) => {
		if (said === null) return [];
		const marks = said === "NOBODY" ? [] : said.split("+").map((option) => ({ option, value: 1 }));
		return [{ answer: { marks }, weight }];
	});
	return count(settingsOf(method, 3), ballots, "0");
}

function weightOf(delegates: readonly Delegate[]): number {
	return delegates.reduce((sum, { weight }) => sum + weight, 0);
}

/** A threshold as "TWO_THIRDS of PRESENT with abstentions". */
export function threshold(
	kind: ThresholdKind,
	base: ThresholdBase = "CAST",
	countsAbstentions = false,
): Pick<DecisionRule, "threshold"> {
	const whole: Threshold = { kind, base, countsAbstentions };
	return { threshold: whole };
}

/** A rule that asks for nothing but what is given, and the usual threshold. */
export function ruleOf(asked: Partial<DecisionRule> = {}): DecisionRule {
	const quorum = { numerator: 0, denominator: 1 };
	return { quorum, needsMajorityOfCities: false, allowsBallotChange: false, ...asked };
}
