import { GraphQLError } from "graphql";

/** What the engine must know of whoever looks: nothing but the ids by which a viewer is found again. */
export interface LiveViewer {
	/** The person, or null when nobody is signed in. */
	readonly personId: string | null;
	/** The sign-in (session) by which the person came, or null. */
	readonly signInId: string | null;
}

// biome-ignore lint/suspicious/noExplicitAny: the schema has checked them; a room names the shape that it declared
type Args = any;
// biome-ignore lint/suspicious/noExplicitAny: the engine passes viewers on; only the rooms know what they are
type AnyViewer = any;

/** One entry of a Log: where it stands, and what the subscription field's resolver gets as its root value. */
export interface LogEvent {
	/** Opaque, unique in its log; a client resumes behind it. */
	readonly cursor: string;
	/** Root value of the field (`@Root()`), one event of the stream. */
	readonly payload: unknown;
	/**
	 * The cursor directly before this one (null: it is the log's first). Given to `append`, it lets the engine
	 * notice events of other instances in between and read them first; without it the engine trusts the order
	 * in which `append` is called.
	 */
	readonly previous?: string | null;
}

/** What a viewer may enter: which news concern the answer, and what the answer may depend on. */
export interface Entrance<V = AnyViewer> {
	/** The operation is executed again when one of them is announced. */
	readonly topics: readonly string[];
	/** Names everything about the viewer that the shared answer may depend on. Same scope, same bytes. */
	readonly scope: string;
	/** The viewer with which the whole group is executed. Its person and sign-in are blanked unless personal. */
	readonly viewer: V;
	/** Called once when this subscriber has left, however it left. Must not throw. */
	readonly onLeave?: () => void;
}

/** A stream whose every event is the whole newest state: the field's resolver computes it from its arguments. */
export interface StateStream<V = AnyViewer> {
	readonly kind: "state";
	/** Throws a GraphQLError (NOT_FOUND, UNAUTHENTICATED, FORBIDDEN) when it may not be entered. */
	enter(args: Args, viewer: V): Promise<Entrance<V>> | Entrance<V>;
}

/** A stream of numbered events without gaps. The field has an argument `after`, its cursor. */
export interface LogStream<V = AnyViewer> {
	readonly kind: "log";
	/** Throws a GraphQLError (NOT_FOUND, UNAUTHENTICATED, FORBIDDEN) when it may not be entered. */
	enter(args: Args, viewer: V): Promise<Entrance<V>> | Entrance<V>;
	/**
	 * Everything committed behind `after`, in order, without a gap; null: from the beginning. May begin with a
	 * snapshot whose payload says so. A cursor that is foreign, forged or from the future: a snapshot, or a
	 * thrown GraphQLError with code INVALID_CURSOR; never an empty answer.
	 */
	read(args: Args, after: string | null): Promise<{ events: readonly LogEvent[] }>;
}

/** How a subscription field is streamed; declared by the room that owns the field. */
export type StreamDefinition<V = AnyViewer> = StateStream<V> | LogStream<V>;

/**
 * The `subscribe` of every subscription field: the engine executes fields itself and never calls it. Whoever runs
 * a subscription by another way (HTTP POST, graphql-js `subscribe`) gets this error.
 */
export function servedByLive(): never {
	throw new GraphQLError("Subscriptions are served over WebSocket (graphql-transport-ws) only.", {
		extensions: { code: "SUBSCRIPTION_NEEDS_WEBSOCKET" },
	});
}
