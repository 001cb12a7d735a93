import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError, OperationTypeNode } from "graphql";
import { asGraphQLError, type OperationRequest } from "../../live/index.ts";
import type { RequestContext, RequestFacts } from "../context.ts";
import { type CookieConfig, replyCookies } from "../cookies.ts";
import type { Endpoint } from "../Endpoint.ts";
import type { FormatError } from "../errors.ts";
import { HandedOnDocuments } from "./HandedOnDocuments.ts";

/** How an endpoint is served over HTTP. */
export interface GraphQLEndpointOptions {
	readonly path: string;
	readonly endpoint: Endpoint;
	/** Whether cookies are accepted, and therefore requests of foreign pages are not. */
	readonly acceptsCookies: boolean;
	readonly cookies: CookieConfig;
	readonly formatError: FormatError;
}

/** What Apollo executes in place of a document that was refused: it never sees the refused one. */
const STAND_IN = "{__typename}";

const refusals = new WeakMap<FastifyRequest, readonly GraphQLError[]>();

/** Where the context of a refused request holds the errors. Apollo clones contexts: a symbol goes with them. */
const REFUSED = Symbol("refused");

type MaybeRefused = Partial<RequestContext> & { readonly [REFUSED]?: readonly GraphQLError[] };

/**
 * Serves a GraphQL endpoint by GET and POST through Apollo Server. The guard's verdict comes first; Apollo then parses
 * only what has passed. Batches, subscriptions and mutations by GET are refused.
 */
export async function serveGraphQL(app: FastifyInstance, options: GraphQLEndpointOptions): Promise<void> {
	const { endpoint, acceptsCookies } = options;
	const handedOn = new HandedOnDocuments();
	const apollo = new ApolloServer<MaybeRefused>({
		schema: endpoint.schema,
		introspection: true,
		csrfPrevention: acceptsCookies,
		persistedQueries: false,
		documentStore: handedOn,
		includeStacktraceInErrorResponses: false,
		hideSchemaDetailsFromClientErrors: true,
		stopOnTerminationSignals: false,
		nodeEnv: "production",
		logger: quiet(app),
		plugins: [ApolloServerPluginLandingPageDisabled(), refusalPlugin],
		formatError: (_formatted, error) => options.formatError(asGraphQLError(error)),
	});
	await apollo.start();
	app.addHook("onClose", () => apollo.stop());
	app.route({
		method: ["GET", "POST"],
		url: options.path,
		handler: fastifyApolloHandler(apollo, {
			context: (request, reply) => contextOf(options, request, reply),
		}),
		preHandler: (request) => endpoint.turnBudget.run(() => judge(endpoint, request, handedOn)),
	});
}

function quiet(app: FastifyInstance) {
	const log = app.log;
	return {
		debug: () => {},
		info: () => {},
		warn: (message?: string) => log.warn(message),
		error: (message?: string) => log.error(message),
	};
}

/** Puts the stand-in where a refused document was, and remembers why. */
function judge({ guard, turnBudget }: Endpoint, request: FastifyRequest, handedOn: HandedOnDocuments): void {
	const asked = request.method === "GET" ? inSearch(request.url) : inBody(request.body);
	// Not GraphQL's form: Apollo says so, and executes nothing. Should it read what we did not, this stands in its way.
	if (!asked) return void refusals.set(request, [notUnderstood()]);
	const { allowed, refused } = guard.judge(asked);
	if (allowed && allowed.operation.operation !== OperationTypeNode.SUBSCRIPTION) {
		turnBudget.charge(allowed.cost);
		return handedOn.hand(asked.query, allowed.document);
	}
	refusals.set(request, refused ?? [needsWebSocket()]);
	if (request.method === "GET") request.raw.url = `${request.url.split("?")[0]}?query=${STAND_IN}`;
	else request.body = { query: STAND_IN };
}

/** What Apollo reads of an address; each once. Whatever else stands there is nobody's business. */
const PARAMETERS = ["query", "operationName", "variables", "extensions"];

function inSearch(url: string): OperationRequest | null {
	const search = new URL(url, "http://localhost").searchParams;
	const query = search.get("query");
	if (!query || PARAMETERS.some((name) => search.getAll(name).length > 1)) return null;
	try {
		const variables: unknown = JSON.parse(search.get("variables") || "null");
		return isRecordOrNull(variables)
			? { query, operationName: search.get("operationName"), variables }
			: null;
	} catch {
		return null;
	}
}

function inBody(body: unknown): OperationRequest | null {
	if (!isRecordOrNull(body) || !body) return null;
	const { query, operationName, variables } = body;
	if (typeof query !== "string" || !isRecordOrNull(variables ?? null)) return null;
	if (operationName != null && typeof operationName !== "string") return null;
	return { query, operationName, variables: variables as OperationRequest["variables"] };
}

function isRecordOrNull(value: unknown): value is Record<string, unknown> | null {
	return typeof value === "object" && !Array.isArray(value);
}

function notUnderstood(): GraphQLError {
	return new GraphQLError("The request could not be understood.", { extensions: { code: "BAD_REQUEST" } });
}

function needsWebSocket(): GraphQLError {
	return new GraphQLError("Subscriptions are served over WebSocket (graphql-transport-ws) only.", {
		extensions: { code: "SUBSCRIPTION_NEEDS_WEBSOCKET" },
	});
}

async function contextOf(
	options: GraphQLEndpointOptions,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<MaybeRefused> {
	const errors = refusals.get(request);
	return errors ? { [REFUSED]: errors } : options.endpoint.contextFor(factsOf(options, request, reply));
}

function factsOf(
	options: GraphQLEndpointOptions,
	request: FastifyRequest,
	reply: FastifyReply,
): RequestFacts {
	const { headers, ip: address } = request;
	const { host, "accept-language": acceptLanguage, "user-agent": userAgent } = headers;
	const facts = { host, acceptLanguage, userAgent, address };
	if (!options.acceptsCookies) return { ...facts, cookie: undefined };
	return { ...facts, cookie: headers.cookie, reply: replyCookies(reply, options.cookies) };
}

const JSON_RESPONSE = "application/graphql-response+json";
const ANSWERED = [
	"GRAPHQL_PARSE_FAILED",
	"GRAPHQL_VALIDATION_FAILED",
	"BAD_USER_INPUT",
	"OPERATION_RESOLUTION_FAILURE",
];

const refusalPlugin: ApolloServerPlugin<MaybeRefused> = {
	async requestDidStart() {
		return {
			async responseForOperation({ contextValue, request }) {
				const errors = contextValue[REFUSED];
				if (!errors) return null;
				const accept = request.http?.headers.get("accept") ?? "";
				const status = refusalStatus(errors, accept);
				const formatted = errors.map((error) => error.toJSON());
				return {
					http: { status, headers: new HeaderMap() },
					body: { kind: "single", singleResult: { errors: formatted } },
				};
			},
		};
	},
};

/**
 * GraphQL over HTTP: a well-formed request whose document is wrong gets 200 as application/json and 400 as
 * application/graphql-response+json. What is too large or of the wrong kind gets 400 either way.
 */
function refusalStatus(errors: readonly GraphQLError[], accept: string): number {
	const isAnswered = errors.every(({ extensions }) => ANSWERED.includes(String(extensions.code)));
	return isAnswered && !accept.includes(JSON_RESPONSE) ? 200 : 400;
}
