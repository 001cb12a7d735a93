import fc from "fast-check";
import sodium from "libsodium-wrappers-sumo";
import { beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../../canonicalJson.ts";
import { optionsOf } from "../pollMethod.ts";
import { methods, pollCase } from "../testing/pollCases.ts";
import { isAnswerText, textBytesOf } from "./answerText.ts";

const bytesIn = (text: string) => sodium.from_string(text).length;

beforeAll(() => sodium.ready);

describe("the text of an answer", () => {
	test.each(methods)("[S1] fits into the room that its poll leaves, and is taken for one: %s", (method) => {
		fc.assert(
			fc.property(fc.nat(), (seed) => {
				const { settings, ballots } = pollCase(method, seed);
				for (const { answer } of ballots) {
					const text = canonicalJson(answer);
					expect(bytesIn(text)).toBeLessThanOrEqual(textBytesOf(settings));
					expect(isAnswerText(settings, text)).toBe(true);
				}
			}),
		);
	});

	test("[S1] fits in the longest polls, and just so", () => {
		const labels = Array.from({ length: 26 }, (_, place) => `${place}`);
		const longest = {
			method: "SINGLE_TRANSFERABLE_VOTE",
			seats: 1,
			options: optionsOf("SCORE", labels),
		} as const;
		const marks = longest.options.map(({ key }, place) => ({ option: key, value: place + 1 }));
		const text = canonicalJson({ marks });
		expect(isAnswerText(longest, text)).toBe(true);
		expect(textBytesOf(longest) - bytesIn(text)).toBeGreaterThanOrEqual(0);
		expect(textBytesOf(longest) - bytesIn(text)).toBeLessThan(32);
		const yesNo = { method: "YES_NO_ABSTAIN", options: optionsOf("YES_NO_ABSTAIN", []) } as const;
		expect(textBytesOf(yesNo)).toBe(48);
	});

	const settings = { method: "SINGLE_CHOICE", options: optionsOf("SINGLE_CHOICE", ["a", "b"]) } as const;
	test.each([
		['{"marks":[{"option":"A","value":1}]}', true],
		['{"marks":[]}', true],
		['{"marks":[{"value":1,"option":"A"}]}', false],
		['{"marks": []}', false],
		['{"marks":[{"option":"A","value":1}],"reason":"x"}', false],
		['{"marks":[{"option":"A","value":1},{"option":"B","value":1}]}', false],
		['{"marks":[{"option":"C","value":1}]}', false],
		['{"marks":[{"option":"A","value":1.0}]}', false],
		['{"marks":[],"more":1}', false],
		["", false],
		["null", false],
		["{", false],
		["[".repeat(100_000), false],
	])("[S3] %s is one: %s", (text, is) => {
		expect(isAnswerText(settings, text)).toBe(is);
	});
});
