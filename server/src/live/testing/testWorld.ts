import {
	buildSchema,
	GraphQLError,
	type GraphQLSchema,
	getOperationAST,
	getVariableValues,
	parse,
	print,
	validate,
} from "graphql";
import { createLive, type Live, type LiveOptions, type LiveViewer } from "../index.ts";
import type { AllowedOperation, Guard, OperationRequest, Verdict } from "../protocol/Guard.ts";
import { TurnBudget } from "../protocol/TurnBudget.ts";
import type { LogEvent, StreamDefinition } from "../streams.ts";

/** A viewer of the small world: who it is, and which groups of people it belongs to. */
export interface TestViewer extends LiveViewer {
	readonly roles: readonly string[];
}

/** A small world: one counter that can be watched, one log that grows, and people who may or may not look. */
export interface TestWorld {
	readonly schema: GraphQLSchema;
	readonly live: Live;
	readonly options: LiveOptions<TestViewer>;
	/** Executions of each subscription field so far. */
	readonly executions: Record<string, number>;
	/** Reads of the log so far. */
	reads: number;
	/** What `read` was last asked for, and how often the log was entered. */
	value: number;
	/** Who the cookie of a socket stands for; absent: nobody. */
	readonly people: Map<string, TestViewer | null>;
	/** The committed log; cursors are "e:1", "e:2", …. */
	readonly log: LogEvent[];
	/** Set: the next executions wait for it. */
	gate: Promise<void> | null;
	isBroken: boolean;
	left: number;
	/** Commits the next event and returns it. */
	commit(text: string): LogEvent;
}

const typeDefs = /* GraphQL */ `
	type Query { value: Int whoAmI: String slow: Int }
	type Mutation { set(value: Int!): Int }
	type Subscription { counter(id: ID!): Counter log(id: ID!, after: String): Entry! }
	type Counter { id: ID! value: Int! runsAs: String roles: [String!] mine: String secret: Int }
	type Entry { cursor: String! text: String! }
`;

/** Builds a small world with an engine of its own. */
export function testWorld(overrides: Partial<LiveOptions<TestViewer>> = {}): TestWorld {
	const schema = buildSchema(typeDefs);
	const world = {
		schema,
		executions: { counter: 0, log: 0 } as Record<string, number>,
		reads: 0,
		value: 1,
		people: new Map<string, TestViewer | null>(),
		log: [] as LogEvent[],
		gate: null as Promise<void> | null,
		isBroken: false,
		left: 0,
		commit(text: string): LogEvent {
			const number = world.log.length + 1;
			const cursor = `e:${number}`;
			const event = { cursor, previous: number === 1 ? null : `e:${number - 1}`, payload: { cursor, text } };
			world.log.push(event);
			return event;
		},
	};
	resolveWith(schema, world);
	const options: LiveOptions<TestViewer> = {
		schema,
		guard: plainGuard(schema),
		streams: streamsOf(world),
		viewerOf: async ({ cookie }) => world.people.get(cookie ?? "") ?? (cookie ? null : nobody),
		contextFor: (viewer) => ({ viewer }),
		formatError: (error) =>
			error.originalError && !(error.originalError instanceof GraphQLError)
				? { message: "fault", extensions: { code: "INTERNAL_SERVER_ERROR" } }
				: error.toJSON(),
		turnBudget: new TurnBudget(Number.POSITIVE_INFINITY), // what happens in which turn does not depend on the machine
		...overrides,
	};
	return Object.assign(world, { options, live: createLive(options) });
}

/** Somebody who has not signed in. */
const nobody: TestViewer = { personId: null, signInId: null, roles: [] };

/** Somebody who has. */
export function person(personId: string, roles: readonly string[] = ["member"]): TestViewer {
	return { personId, signInId: `signIn:${personId}`, roles };
}

type Inner = Omit<TestWorld, "live" | "options">;

function resolveWith(schema: GraphQLSchema, world: Inner): void {
	const query = schema.getQueryType()!.getFields();
	query.value!.resolve = () => world.value;
	query.whoAmI!.resolve = (_root, _args, { viewer }: { viewer: TestViewer }) => viewer.personId;
	query.slow!.resolve = async () => {
		await world.gate;
		return world.value;
	};
	schema.getMutationType()!.getFields().set!.resolve = (_root, { value }: { value: number }) => {
		world.value = value;
		return value;
	};
	const counter = schema.getType("Counter") as import("graphql").GraphQLObjectType;
	counter.getFields().mine!.extensions = { personal: true };
	counter.getFields().secret!.resolve = () => {
		throw new Error("a secret detail");
	};
	const subscription = schema.getSubscriptionType()!.getFields();
	subscription.counter!.resolve = async (
		_root,
		{ id }: { id: string },
		{ viewer }: { viewer: TestViewer },
	) => {
		world.executions.counter! += 1;
		const value = world.value;
		await world.gate;
		if (world.isBroken) throw new Error("the database is gone");
		return { id, value, roles: viewer.roles, runsAs: viewer.personId, mine: viewer.personId };
	};
	subscription.log!.resolve = (root: unknown) => {
		world.executions.log! += 1;
		return root;
	};
}

function streamsOf(world: Inner): Record<string, StreamDefinition<TestViewer>> {
	const onLeave = () => {
		world.left += 1;
	};
	const enter =
		(kind: string) =>
		async ({ id }: { id: string }, viewer: TestViewer) => {
			if (id === "closed" && !viewer.roles.includes("insider")) throw refused();
			const scope = viewer.roles.includes("insider") ? "insider" : "member";
			return { topics: [`${kind}:${id}`], scope, viewer, onLeave };
		};
	return {
		counter: { kind: "state", enter: enter("counter") },
		log: {
			kind: "log",
			enter: enter("log"),
			read: async (_args: unknown, after: string | null) => {
				world.reads += 1;
				if (world.isBroken) throw new Error("the database is gone");
				const start = after === null ? 0 : world.log.findIndex(({ cursor }) => cursor === after) + 1;
				if (after !== null && start === 0) throw invalidCursor();
				return { events: world.log.slice(start) };
			},
		},
	};
}

function refused(): GraphQLError {
	return new GraphQLError("You may not see this.", { extensions: { code: "NOT_FOUND" } });
}

function invalidCursor(): GraphQLError {
	return new GraphQLError("This cursor is not of this log.", { extensions: { code: "INVALID_CURSOR" } });
}

/** A guard that lets everything pass that is valid. Remembers every document. */
export function plainGuard(schema: GraphQLSchema): Guard {
	const known = new Map<string, Omit<AllowedOperation, "variables" | "coerced" | "cost">>();
	const read = (query: string, operationName: string | null | undefined) => {
		const document = parse(query);
		const [problem] = validate(schema, document);
		if (problem) throw problem;
		const operation = getOperationAST(document, operationName)!;
		known.set(query, { document, operation, documentKey: print(document) });
		return known.get(query)!;
	};
	return {
		judge({ query, operationName, variables }: OperationRequest): Verdict {
			try {
				const document = known.get(query) ?? read(query, operationName);
				const declared = document.operation.variableDefinitions ?? [];
				const { coerced, errors: bad } = getVariableValues(schema, declared, variables ?? {});
				if (bad) return { refused: bad };
				const used = Object.entries(variables ?? {}).filter(([name]) => query.includes(`$${name}:`));
				return { allowed: { ...document, variables: Object.fromEntries(used), coerced: coerced!, cost: 1 } };
			} catch (error) {
				return { refused: [error as GraphQLError] };
			}
		},
	};
}
