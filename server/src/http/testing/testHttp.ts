import { buildSchema, GraphQLError, type GraphQLSchema } from "graphql";
import {
	createLive,
	type LiveLimits,
	type LiveViewer,
	localNews,
	type News,
	type StreamDefinition,
	shareNews,
	TurnBudget,
} from "../../live/index.ts";
import { signInTokenOf } from "../cookies.ts";
import type { HttpOptions } from "../createHttp.ts";
import { createGuard } from "../guard.ts";
import {
	createContext,
	createHttp,
	createHttpLog,
	type Endpoint,
	type Http,
	type RequestContext,
	type TrustedDocuments,
} from "../index.ts";
import type { HttpLimits } from "../limits.ts";

/** A server on a free port with a small schema of its own. */
export interface TestHttp extends Http {
	readonly address: string;
	readonly webSocketAddress: string;
	/** What was executed, for tests that nothing was. */
	readonly executed: string[];
	announce(topic: string): void;
	value: number;
	post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

const typeDefs = /* GraphQL */ `
	type Query { hello(name: String): String whoAmI: String broken: String refused: String people(first: Int): PersonConnection }
	type Mutation { signIn(token: String!): String signOut: Boolean bump: Int }
	type Subscription { value: Int }
	type PersonConnection { edges: [PersonEdge!]! }
	type PersonEdge { node: Person! }
	type Person { name: String }
`;

/** What of a test's server is not as usual. */
export interface TestHttpOptions extends Partial<Omit<HttpOptions, "config">> {
	readonly isProduction?: boolean;
	readonly origin?: string;
	readonly limits?: Partial<HttpLimits>;
	readonly liveLimits?: Partial<LiveLimits>;
	readonly trusted?: TrustedDocuments;
	readonly news?: News;
	/** Shared by instances of one site. */
	readonly truth?: { value: number };
}

/** Starts a server; close it when done. */
export async function testHttp(options: TestHttpOptions = {}): Promise<TestHttp> {
	const {
		isProduction = false,
		origin = null,
		limits = {},
		liveLimits = {},
		trusted,
		news = localNews(),
		truth,
		...overrides
	} = options;
	const config = { isProduction, logLevel: "silent", origin, limits };
	const log = createHttpLog(config);
	const world = { executed: [] as string[], truth: truth ?? { value: 1 } };
	const schema = resolved(buildSchema(typeDefs), world);
	const [memberNews, publicNews] = shareNews(news, 2);
	const turnBudget = new TurnBudget();
	const endpoint = (takesCookies: boolean): Endpoint => {
		const viewerOf = (cookie: string | undefined): LiveViewer => {
			const token = takesCookies ? signInTokenOf(cookie, config) : null;
			return { personId: token, signInId: token };
		};
		const guard = createGuard({ schema, requiresPaging: !takesCookies, ...(takesCookies && { trusted }) });
		const streams: Record<string, StreamDefinition> = {
			value: {
				kind: "state",
				enter: (_args, viewer: LiveViewer) => ({ topics: ["value"], scope: "public", viewer }),
			},
		};
		const live = createLive<LiveViewer>({
			schema,
			guard,
			streams,
			viewerOf: async ({ cookie }) => viewerOf(cookie),
			contextFor: (viewer, facts) => createContext({ viewer, origin: "", facts }),
			formatError: log.formatError,
			log,
			turnBudget,
			limits: liveLimits,
			news: takesCookies ? memberNews : publicNews,
		});
		return {
			schema,
			guard,
			live,
			turnBudget,
			contextFor: (facts) => createContext({ viewer: viewerOf(facts.cookie), origin: "", facts }),
		};
	};
	const member = endpoint(true);
	const open = endpoint(false);
	const http = await createHttp({
		config,
		member,
		public: open,
		ready: { redis: () => member.live.health().news === "up" },
		downloads: {},
		clientDist: null,
		log,
		...overrides,
	});
	await Promise.all([member.live.start(), open.live.start()]);
	const address = await http.listen(0, "127.0.0.1");
	return {
		...http,
		executed: world.executed,
		address,
		webSocketAddress: address.replace("http", "ws"),
		get value() {
			return world.truth.value;
		},
		set value(value: number) {
			world.truth.value = value;
		},
		announce: (topic: string) => {
			member.live.announce(topic);
			open.live.announce(topic);
		},
		post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
			fetch(address + path, {
				method: "POST",
				headers: { "content-type": "application/json", ...headers },
				body: typeof body === "string" ? body : JSON.stringify(body),
			}),
	};
}

function resolved(
	schema: GraphQLSchema,
	world: { executed: string[]; truth: { value: number } },
): GraphQLSchema {
	const resolve = (
		type: "Query" | "Mutation" | "Subscription",
		name: string,
		run: (args: never, context: RequestContext) => unknown,
	) => {
		const field = (schema.getType(type) as import("graphql").GraphQLObjectType).getFields()[name]!;
		field.resolve = (_root, args, context: RequestContext) => {
			world.executed.push(name);
			return run(args as never, context);
		};
	};
	resolve("Query", "hello", ({ name }: { name?: string }) => `Hello ${name ?? "Europe"}`);
	resolve("Query", "whoAmI", (_args, { viewer }) => viewer.personId);
	resolve("Query", "broken", () => {
		throw new Error("relation person does not exist");
	});
	resolve("Query", "refused", () => {
		throw new GraphQLError("Not for you.", { extensions: { code: "FORBIDDEN", detail: "internal" } });
	});
	resolve("Mutation", "signIn", ({ token }: { token: string }, context) => {
		context.setSignInCookie(token);
		return token;
	});
	resolve("Mutation", "signOut", (_args, context) => {
		context.clearSignInCookie();
		return true;
	});
	resolve("Mutation", "bump", () => {
		world.truth.value += 1;
		return world.truth.value;
	});
	resolve("Subscription", "value", () => world.truth.value);
	return schema;
}
