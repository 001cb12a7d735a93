/** @typedef {import("./collectResults.mjs").Results} Results */

/**
 * What is printed at the end of `npm test`: what was skipped, each by name and with its reason, what failed,
 * and the count as the last line.
 *
 * @param {Results[]} all the results of every part
 * @param {{ nothingMayBeSkipped: boolean, missing: { word: RegExp, reason: string }[] }} machine
 *   nothingMayBeSkipped: a skipped test counts as a failed one. missing: what the machine lacks; the reason for
 *   skipped tests that give none and have the word in their name
 * @returns {{ lines: string[], ok: boolean }}
 */
export function summarize(all, { nothingMayBeSkipped, missing }) {
	const passed = all.reduce((sum, results) => sum + results.passed, 0);
	const failed = all.flatMap((results) => results.failed);
	const skipped = all
		.flatMap((results) => results.skipped)
		.map(({ name, note }) => {
			const guess = missing.find(({ word }) => word.test(name))?.reason;
			return `${name} (${note ?? guess ?? "the test gives no reason"})`;
		});
	if (nothingMayBeSkipped)
		failed.push(...skipped.splice(0).map((name) => `skipped, where nothing may be: ${name}`));
	const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
	const lines = [
		...skipped.map((name) => `skipped: ${name}`),
		...failed.map((name) => `failed: ${name}`),
		`${passed} passed, ${failed.length} failed${skips}`,
	];
	return { lines, ok: failed.length === 0 };
}
