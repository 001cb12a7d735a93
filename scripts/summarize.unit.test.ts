import { describe, expect, test } from "vitest";
import { summarize } from "./summarize.mjs";

const missing = [{ word: /redis/i, reason: "REDIS_URL not set" }];
const unit = { passed: 3, failed: [], skipped: [] };
const integration = {
	passed: 2,
	failed: ["a ballot counts once"],
	skipped: [{ name: "news through Redis" }],
};
const e2e = { passed: 0, failed: [], skipped: [{ name: "e2e", note: "no Chromium found" }] };

describe("the summary of npm test", () => {
	test("is one line when nothing failed and nothing was skipped", () => {
		const summary = summarize([unit, unit], { nothingMayBeSkipped: false, missing });
		expect(summary).toEqual({ lines: ["6 passed, 0 failed"], ok: true });
	});

	test("names what was skipped, with the test's reason or what the machine lacks, then what failed", () => {
		const summary = summarize([unit, integration, e2e], { nothingMayBeSkipped: false, missing });
		expect(summary.lines).toEqual([
			"skipped: news through Redis (REDIS_URL not set)",
			"skipped: e2e (no Chromium found)",
			"failed: a ballot counts once",
			"5 passed, 1 failed, 2 skipped",
		]);
		expect(summary.ok).toBe(false);
	});

	test("passes with skipped tests on a machine that lacks something", () => {
		expect(summarize([unit, e2e], { nothingMayBeSkipped: false, missing }).ok).toBe(true);
	});

	test("counts a skipped test as failed where nothing may be skipped", () => {
		const summary = summarize([unit, e2e], { nothingMayBeSkipped: true, missing });
		expect(summary.lines).toEqual([
			"failed: skipped, where nothing may be: e2e (no Chromium found)",
			"3 passed, 1 failed",
		]);
		expect(summary.ok).toBe(false);
	});
});
