import { expect, test } from "vitest";
import { disagreement } from "../shared/src/voting/testing/disagreement.ts";
import { methods, pollCase } from "../shared/src/voting/testing/pollCases.ts";

/** How many polls of each method are counted twice; COUNT_CASES sets another number. */
const cases = Number(process.env.COUNT_CASES ?? 1_000_000);

test.each(methods)(`[V21] %s agrees with its second count in ${cases} polls`, (method) => {
	const start = Math.trunc(Math.random() * 2 ** 31);
	for (let run = 0; run < cases; run++) {
		const seed = (start + run) % 2 ** 31;
		const found = disagreement(pollCase(method, seed));
		if (found !== null) expect.fail(`seed ${seed}: ${found}`);
	}
});
