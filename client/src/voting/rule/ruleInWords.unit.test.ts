import type { DecisionRule } from "@crossroads/shared";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import en from "../locales/en.json" with { type: "json" };
import fr from "../locales/fr.json" with { type: "json" };
import { ballotChangeInWords, ruleInWords } from "./ruleInWords.ts";

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

	it("says of options that the one with the most is chosen, and knows no majority there", () => {
		const asked = rule({ needsMajorityOfCities: true });
		expect(ruleInWords(inEnglish, asked, 30, "SCORE")).toBe(
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
