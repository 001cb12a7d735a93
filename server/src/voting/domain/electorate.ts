import type { Elector } from "./Poll.ts";

/**
 * [V3] The electorate as one text, the same for the same electors in whatever order they come: a line
 * `person partner GROUP weight` for each, by ascending person id. Its sha-256 is the poll's electorate hash.
 */
export function canonicalElectorate(electors: readonly Elector[]): string {
	const lines = electors.map(
		({ personId, partnerId, group, weight }) => `${personId} ${partnerId} ${group} ${weight}\n`,
	);
	return lines.sort().join("");
}
