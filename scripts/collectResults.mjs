import { writeFileSync } from "node:fs";
import { relative } from "node:path";

/**
 * @typedef {object} Results what a run of vitest came to
 * @property {number} passed
 * @property {string[]} failed names of tests, files that could not be read, faults outside any test
 * @property {{ name: string, note?: string }[]} skipped note: the test's own reason, from `skip(note)`
 */

/**
 * A reporter for vitest beside the one that people read: writes the Results as JSON to the file that
 * CROSSROADS_RESULTS names.
 */
export default class CollectResults {
	/**
	 * @param {ReadonlyArray<import("vitest/node").TestModule>} testModules
	 * @param {ReadonlyArray<{ message?: string }>} unhandledErrors
	 */
	onTestRunEnd(testModules, unhandledErrors) {
		/** @type {Results} */
		const results = {
			passed: 0,
			failed: unhandledErrors.map(({ message }) => `outside any test: ${message}`),
			skipped: [],
		};
		for (const testModule of testModules) collect(testModule, results);
		const file = process.env.CROSSROADS_RESULTS;
		if (file) writeFileSync(file, JSON.stringify(results));
	}
}

/**
 * @param {import("vitest/node").TestModule} testModule
 * @param {Results} results
 */
function collect(testModule, results) {
	const file = relative(process.cwd(), testModule.moduleId);
	if (testModule.errors().length > 0) results.failed.push(file);
	for (const suite of testModule.children.allSuites()) {
		if (suite.errors().length > 0) results.failed.push(`${file} > ${suite.fullName}`);
	}
	for (const test of testModule.children.allTests()) {
		const name = `${file} > ${test.fullName}`;
		const result = test.result();
		if (result.state === "passed") results.passed++;
		else if (result.state === "skipped") results.skipped.push({ name, note: result.note });
		else results.failed.push(name);
	}
}
