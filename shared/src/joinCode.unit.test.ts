import { expect, test } from "vitest";
import { isFourDigits, isJoinCode, JOIN_CODE_ALPHABET, normalizeJoinCode } from "./joinCode.ts";

test("a code is the same however people space it", () => {
	expect(normalizeJoinCode(" htq7-mwk4 ")).toBe("HTQ7MWK4");
	expect(normalizeJoinCode("HTQ7 MWK4")).toBe("HTQ7MWK4");
});

test("no two characters of the alphabet look alike", () => {
	for (const pair of ["0O", "1I", "1L", "IL", "2Z", "5S", "6G", "8B", "UV"]) {
		expect(
			[...pair].every((letter) => JOIN_CODE_ALPHABET.includes(letter)),
			pair,
		).toBe(false);
	}
});

test.each([
	["HTQ7MWK4", true],
	["HTQ7MWK", false],
	["HTQ7MWK44", false],
	["HTQ0MWK4", false],
	["HTQ7MWK\u0000", false],
])("%j can be a join code: %j", (text, expected) => {
	expect(isJoinCode(text)).toBe(expected);
});

test.each([
	["0417", true],
	["417", false],
	["04170", false],
	["٠٤١٧", false],
	["04 7", false],
])("%j are four digits: %j", (text, expected) => {
	expect(isFourDigits(text)).toBe(expected);
});
