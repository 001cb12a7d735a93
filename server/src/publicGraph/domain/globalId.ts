import { isUuid } from "@crossroads/shared";

/** Everything in the public graph that has an address of its own. */
export const nodeKinds = [
	"Network",
	"Partner",
	"Theme",
	"Activity",
	"Event",
	"Initiative",
	"Finding",
	"Recommendation",
	"RecommendationVersion",
	"PublicPoll",
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** [G2] The global id of a row: base64url of "Kind:uuid". */
export function globalId(kind: NodeKind, key: string): string {
	return Buffer.from(`${kind}:${key}`).toString("base64url");
}

/** What a global id names; null: it is none. Only the one way of writing it that `globalId` gives is taken. */
export function parseGlobalId(id: string): { readonly kind: NodeKind; readonly key: string } | null {
	if (id.length > 100) return null;
	const [kind, key, ...rest] = Buffer.from(id, "base64url").toString("utf8").split(":");
	if (kind === undefined || key === undefined || rest.length > 0) return null;
	const known = nodeKinds.find((name) => name === kind);
	return known && isUuid(key) && globalId(known, key) === id ? { kind: known, key } : null;
}
