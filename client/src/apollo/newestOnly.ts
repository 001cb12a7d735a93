import { ApolloLink } from "@apollo/client";
import { map } from "rxjs";

type Json = Record<string, unknown>;

const KEY_FIELDS: Record<string, string> = {
	Session: "id",
	Poll: "id",
	PublicPoll: "id",
	Presence: "sessionId",
	Screen: "sessionId",
	Tally: "pollId",
};
const MOST_REMEMBERED = 500;

/**
 * Ignores older news: where an answer brings a view (session, poll, tally, presence, screen) with a lower `version`
 * than one that was already seen, the fields of the newer one stand in its place. Needs `__typename`, `version` and
 * the key in the selection.
 */
export function newestOnly(): ApolloLink {
	const newest = new Map<string, Json>();
	return new ApolloLink((operation, forward) =>
		forward(operation).pipe(
			map((result) => (result.data ? { ...result, data: freshen(result.data, newest) as Json } : result)),
		),
	);
}

/** The same value with every versioned view in it at least as new as the newest in `newest`, which learns from it. */
export function freshen(value: unknown, newest: Map<string, Json>): unknown {
	if (Array.isArray(value)) return value.map((item) => freshen(item, newest));
	if (typeof value !== "object" || value === null) return value;
	const view = newestOf(value as Json, newest);
	return Object.fromEntries(Object.entries(view).map(([field, child]) => [field, freshen(child, newest)]));
}

function newestOf(view: Json, newest: Map<string, Json>): Json {
	const keyField = KEY_FIELDS[String(view.__typename)];
	if (!keyField || typeof view.version !== "number" || view[keyField] == null) return view;
	const key = `${view.__typename}:${view[keyField]}`;
	const known = newest.get(key);
	const knownVersion = known ? Number(known.version) : 0;
	if (view.version < knownVersion) return { ...view, ...known };
	remember(newest, key, view.version === knownVersion ? { ...known, ...view } : view);
	return view;
}

function remember(newest: Map<string, Json>, key: string, view: Json) {
	newest.delete(key);
	newest.set(key, view);
	const [oldest] = newest.keys();
	if (newest.size > MOST_REMEMBERED && oldest) newest.delete(oldest);
}
