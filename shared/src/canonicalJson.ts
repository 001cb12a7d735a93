/**
 * One spelling for one value: object keys in code-unit order, no space, members that are undefined left out; numbers
 * and strings as JSON.stringify writes them (RFC 8785 for the values that occur here). Who hashes it anywhere gets
 * the same hash.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member ?? null)).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const members = Object.entries(value).filter(([, member]) => member !== undefined);
	members.sort(([one], [other]) => (one < other ? -1 : 1));
	return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
}
