import { buildSchema, GraphQLError, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { LogEvent, StreamDefinition } from "../../index.ts";
import type { TestViewer } from "../testWorld.ts";
import type { Chance } from "./Chance.ts";

/** One event of a log: the changes behind `from` up to `to`; a snapshot holds all up to `to`. */
export interface Entry {
	readonly id: string;
	readonly from: number;
	readonly to: number;
	readonly isSnapshot: boolean;
}

/**
 * The database that all instances share: what is committed is the truth. Every access waits until the schedule lets
 * it go on, and sees what was committed either before or after that wait.
 */
export class Truth {
	readonly states = new Map<string, number>();
	readonly logs = new Map<string, number>();
	readonly compacted = new Map<string, number>();
	/** Who is signed in, by cookie. */
	readonly people = new Map<string, TestViewer>();
	/** Accesses that wait. */
	readonly waiting: (() => void)[] = [];
	isDown = false;

	constructor(
		private readonly chance: Chance,
		/** Whether a read gives what was missed as one event, as drafts do, or event by event. */
		private readonly readsSlices: boolean,
	) {}

	async access<T>(look: () => T): Promise<T> {
		const early = this.chance.oneIn(2) ? [look()] : null;
		await new Promise<void>((resolve) => this.waiting.push(resolve));
		if (this.isDown) throw new Error("the database is gone");
		return early ? (early[0] as T) : look();
	}

	/** Commits the next event of a log. */
	append(id: string): LogEvent {
		const from = this.logs.get(id) ?? 0;
		this.logs.set(id, from + 1);
		return { ...this.#event({ id, from, to: from + 1, isSnapshot: false }), previous: cursorOf(id, from) };
	}

	/** Everything behind a cursor. Throws INVALID_CURSOR for one that is not of this log. */
	behind(id: string, after: string | null): readonly LogEvent[] {
		const head = this.logs.get(id) ?? 0;
		const compacted = this.compacted.get(id) ?? 0;
		const from = after === null ? 0 : Number(after.slice(id.length + 1));
		if (cursorOf(id, from) !== after || from > head)
			throw new GraphQLError("Foreign", { extensions: { code: "INVALID_CURSOR" } });
		if (from === head) return [];
		if (this.readsSlices) return [this.#event({ id, from, to: head, isSnapshot: from < compacted })];
		const start = from < compacted ? [this.#event({ id, from, to: compacted, isSnapshot: true })] : [];
		const singly = Array.from(
			{ length: head - Math.max(from, compacted) },
			(_, index) => Math.max(from, compacted) + index,
		);
		return [
			...start,
			...singly.map((number) => this.#event({ id, from: number, to: number + 1, isSnapshot: false })),
		];
	}

	#event(payload: Entry): LogEvent {
		return { cursor: cursorOf(payload.id, payload.to) as string, payload };
	}
}

/** The cursor of a position; null at the beginning. */
export function cursorOf(id: string, position: number): string | null {
	return position === 0 ? null : `${id}:${position}`;
}

/** The cookie of somebody who may see what is closed begins so. */
export const INSIDER = "insider";

/** The schema that the schedules run on; the truth of an execution stands in its context. */
export const scheduleSchema: GraphQLSchema = resolved(
	buildSchema(/* GraphQL */ `
		type Query { nothing: Int }
		type Subscription { state(id: ID!): State log(id: ID!, after: String): Entry! }
		type State { id: ID! version: Int! mine: String }
		type Entry { id: ID! from: Int! to: Int! isSnapshot: Boolean! }
	`),
);

interface Context {
	readonly truth: Truth;
	readonly viewer: TestViewer;
}

function resolved(schema: GraphQLSchema): GraphQLSchema {
	const fields = schema.getSubscriptionType()?.getFields();
	if (!fields?.state || !fields.log) throw new Error("the schema lacks its subscriptions");
	fields.state.resolve = (_root, { id }: { id: string }, { truth, viewer }: Context) =>
		truth.access(() => ({ id, version: truth.states.get(id) ?? 0, mine: viewer.personId }));
	fields.log.resolve = (root: unknown) => root;
	const mine = (schema.getType("State") as GraphQLObjectType).getFields().mine;
	if (mine) mine.extensions = { personal: true };
	return schema;
}

/** The streams of one instance over the truth. */
export function scheduleStreams(truth: Truth): Record<string, StreamDefinition<TestViewer>> {
	const enter = (kind: string) => (args: { id: string }, viewer: TestViewer) =>
		truth.access(() => {
			const scope = viewer.roles.includes(INSIDER) ? INSIDER : "member";
			if (args.id === "closed" && scope !== INSIDER)
				throw new GraphQLError("No", { extensions: { code: "NOT_FOUND" } });
			return { topics: [`${kind}:${args.id}`], scope, viewer };
		});
	return {
		state: { kind: "state", enter: enter("state") },
		log: {
			kind: "log",
			enter: enter("log"),
			read: async ({ id }: { id: string }, after) => ({
				events: await truth.access(() => truth.behind(id, after)),
			}),
		},
	};
}
