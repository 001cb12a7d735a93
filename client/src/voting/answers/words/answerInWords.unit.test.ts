import { type BallotAnswer, optionsOf, type PollMethod } from "@crossroads/shared";
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import en from "../../locales/en.json" with { type: "json" };
import fr from "../../locales/fr.json" with { type: "json" };
import { answerInOneLine, answerInWords } from "./answerInWords.ts";

const words = i18next.createInstance();
let english: TFunction<"voting">;
let french: TFunction<"voting">;
beforeAll(async () => {
	await words.init({
		lng: "en",
		resources: { en: { voting: en }, fr: { voting: fr } },
		interpolation: { escapeValue: false },
	});
	english = words.getFixedT("en", "voting") as TFunction<"voting">;
	french = words.getFixedT("fr", "voting") as TFunction<"voting">;
});

const poll = (method: PollMethod) => ({
	method,
	options: [...optionsOf(method, ["Trees", "Benches", "Buses"])],
});
const answer = (marks: Record<string, number>, reason?: string): BallotAnswer => ({
	marks: Object.entries(marks).map(([option, value]) => ({ option, value })),
	...(reason !== undefined && { reason }),
});

describe("an answer in words", () => {
	it.each<[PollMethod, BallotAnswer, string[]]>([
		["YES_NO_ABSTAIN", answer({ YES: 1 }), ["Yes"]],
		["SINGLE_CHOICE", answer({ B: 1 }), ["Benches"]],
		["SINGLE_CHOICE", answer({}), ["Abstain"]],
		["APPROVAL", answer({ A: 1, C: 1 }), ["Trees", "Buses"]],
		["SCORE", answer({ A: 5, B: 5 }), ["5 points: Trees, Benches", "0 points: Buses"]],
		["DOTS", answer({ C: 1, A: 3 }), ["3 dots: Trees", "1 dot: Buses", "0 dots: Benches"]],
		["SCHULZE", answer({ C: 1, A: 2, B: 2 }), ["1. Buses", "2. Trees, Benches"]],
		["SCHULZE", answer({ C: 1 }), ["1. Buses", "Last, all alike: Trees, Benches"]],
		["INSTANT_RUNOFF", answer({ C: 1, A: 2 }), ["1. Buses", "2. Trees", "Left out, no vote: Benches"]],
		["MAJORITY_JUDGMENT", answer({ B: 6 }), ["Excellent: Benches", "Reject: Trees, Buses"]],
		["CONSENT", answer({ BLOCK: 1 }, "No money."), ["Block", "Because: No money."]],
	])("%s", (method, given, lines) => {
		expect(answerInWords(english, poll(method), given)).toEqual(lines);
	});

	it("stands on one line for a button and an announcement, in every language", () => {
		const given = answer({ C: 1, A: 2 });
		expect(answerInOneLine(french, poll("SCHULZE"), given)).toBe(
			"1. Buses; 2. Trees; En dernier, à égalité : Benches",
		);
	});
});
