import { expect, test } from "vitest";
import { retryDelay } from "./retryDelay.ts";

const between = (retries: number, isRestart: boolean) =>
	[0, 1].map((chance) => retryDelay(retries, isRestart, chance));

test("waits twice as long each time, up to fifteen seconds", () => {
	expect([0, 1, 2, 3, 4, 5, 50].map((retries) => retryDelay(retries, false, 1))).toEqual([
		500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000,
	]);
});

test("phones that lost the server together come back apart", () => {
	expect(between(0, false)).toEqual([250, 500]);
	expect(between(9, false)).toEqual([7_500, 15_000]);
	const delays = Array.from({ length: 100 }, () => retryDelay(3, false));
	expect(new Set(delays).size).toBeGreaterThan(50);
});

test("after a restart a whole plenary spreads over three seconds, once", () => {
	expect(between(0, true)).toEqual([0, 3_000]);
	expect(between(1, true)).toEqual(between(1, false));
});
