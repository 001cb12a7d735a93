import {
	type DecisionRule,
	PollMethod,
	RulePresetName,
	rulePresets,
	type Threshold,
} from "@crossroads/shared";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import en from "../locales/en.json" with { type: "json" };
import fr from "../locales/fr.json" with { type: "json" };
import { ballotChangeInWords, methodInWords, presetInWords, ruleInWords } from "./ruleInWords.ts";

const words = i18next.createInstance();
let inEnglish: TFunction<"voting">;
let inFrench: TFunction<"voting">;
beforeAll(async () => {
	await words.init({
		lng: "en",
		resources: { en: { voting: en }, fr: { voting: fr } },
		interpolation: { escapeValue: false },
	});
	inEnglish = words.getFixedT("en", "voting") as TFunction<"voting">;
	inFrench = words.getFixedT("fr", "voting") as TFunction<"voting">;
});

const half = { numerator: 1, denominator: 2 };
const rule = (part: Partial<DecisionRule> = {}): DecisionRule => ({
	quorum: half,
	needsMajorityOfCities: false,
	allowsBallotChange: false,
	...part,
});

describe("a decision rule in words", () => {
	it("names quorum, persons and cities in one sentence", () => {
		expect(ruleInWords(inEnglish, rule({ needsMajorityOfCities: true }), 30, "YES_NO_ABSTAIN")).toBe(
			"Adopted if at least 1/2 of the 30 delegates are present, more say yes than no, and so do most of the cities.",
		);
	});

	it("leaves out what the rule does not ask", () => {
		expect(ruleInWords(inEnglish, rule(), 30, "YES_NO_ABSTAIN")).toBe(
			"Adopted if at least 1/2 of the 30 delegates are present and more say yes than no.",
		);
		expect(
			ruleInWords(inEnglish, rule({ quorum: { numerator: 0, denominator: 1 } }), 30, "YES_NO_ABSTAIN"),
		).toBe("Adopted if more delegates say yes than no.");
	});

	it("does without the number while it is not known", () => {
		expect(ruleInWords(inEnglish, rule(), null, "YES_NO_ABSTAIN")).toBe(
			"Adopted if at least 1/2 of the delegates are present and more say yes than no.",
		);
	});

	it("says of options that the one with the most is chosen", () => {
		expect(ruleInWords(inEnglish, rule(), 30, "SCORE")).toBe(
			"The option with the most votes is chosen if at least 1/2 of the 30 delegates are present.",
		);
		expect(ruleInWords(inEnglish, rule({ quorum: { numerator: 0, denominator: 1 } }), 30, "DOTS")).toBe(
			"The option with the most votes is chosen.",
		);
	});

	it("says it in French as well", () => {
		expect(ruleInWords(inFrench, rule({ needsMajorityOfCities: true }), 30, "YES_NO_ABSTAIN")).toBe(
			"Adopté si au moins 1/2 des 30 délégués sont présents, que les oui dépassent les non, et qu’il en va de même dans la plupart des villes.",
		);
	});

	it("says whether a ballot can be changed", () => {
		expect(ballotChangeInWords(inEnglish, rule({ allowsBallotChange: true }))).toMatch(/can change/);
		expect(ballotChangeInWords(inEnglish, rule())).toMatch(/cannot be changed/);
	});
});

describe("a rule that asks for more [V25] [V26] [V27]", () => {
	const twoThirds: Threshold = { kind: "TWO_THIRDS", base: "PRESENT", countsAbstentions: true };

	it("lists what must hold, each with its share and what it is a share of", () => {
		const asked = rule({ threshold: twoThirds, needsMajorityOfEveryGroup: true, holdsQuorumAtClosing: true });
		expect(ruleInWords(inEnglish, asked, 30, "YES_NO_ABSTAIN")).toBe(
			"Adopted if at least 1/2 of the delegates are present, at least 1/2 of the delegates are still present when the vote closes, at least 2/3 of the votes of those present (with abstentions) are in favour, and every group of stakeholders is in favour.",
		);
		expect(ruleInWords(inFrench, rule({ threshold: twoThirds }), 30, "YES_NO_ABSTAIN")).toBe(
			"Adopté à ces conditions : au moins 1/2 des délégués sont présents et au moins 2/3 des voix des présents (avec les abstentions) sont favorables.",
		);
	});

	it("is decided, not adopted, where one of several is chosen", () => {
		const { rule: preference, method } = rulePresets.CHOOSE_BY_PREFERENCE;
		expect(ruleInWords(inEnglish, preference, 30, method)).toBe(
			"Decided if at least 1/2 of the delegates are present and no tie leaves a place open.",
		);
		const ofVotes = rule({ threshold: { kind: "ABSOLUTE", base: "CAST", countsAbstentions: false } });
		expect(ruleInWords(inEnglish, ofVotes, 30, "SINGLE_CHOICE")).toContain(
			"one option has more than half of the votes cast (without abstentions)",
		);
	});

	it("says what consent means", () => {
		const { rule: consent, method } = rulePresets.CONSENT;
		expect(ruleInWords(inFrench, consent, 30, method)).toBe(
			"Adopté à ces conditions : au moins 1/2 des délégués sont présents, personne ne bloque et une personne au moins est d’accord.",
		);
	});
});

it("has words for every preset and every method, in both languages", () => {
	for (const t of [inEnglish, inFrench]) {
		const texts = [
			...Object.values(RulePresetName).flatMap((name) => Object.values(presetInWords(t, name))),
			...Object.values(PollMethod).flatMap((method) => Object.values(methodInWords(t, method))),
		];
		expect(texts.filter((text) => text === "" || /^(preset|method)\./.test(text))).toEqual([]);
		expect(texts).toHaveLength(2 * (5 + 11));
	}
	expect(presetInWords(inEnglish, "ADOPT_RECOMMENDATION").name).toBe(
		"Adopt a recommendation: double majority",
	);
});
