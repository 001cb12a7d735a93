import { randomUUID } from "node:crypto";
import fastifyCookie from "@fastify/cookie";
import Fastify, { type FastifyError, type FastifyInstance, LogController } from "fastify";
import type { Endpoint } from "./Endpoint.ts";
import { errorFormatter, type FaultLog, type FormatError, maskedFault } from "./errors.ts";
import { type HttpLimits, httpLimits } from "./limits.ts";
import { type Downloads, serveDownloads } from "./serving/downloads.ts";
import { serveGraphQL } from "./serving/graphqlEndpoint.ts";
import { type ReadyCheck, serveHealth } from "./serving/health.ts";
import { sendSecurityHeaders } from "./serving/securityHeaders.ts";
import { serveClient } from "./serving/staticClient.ts";
import { serveUpgrades } from "./serving/upgrades.ts";

/** What of the configuration concerns HTTP. */
export interface HttpConfig {
	readonly isProduction: boolean;
	/** pino's: "silent", "warn", "info", "debug". */
	readonly logLevel: string;
	/** Base address of the site as browsers know it, or null: whatever host they ask. */
	readonly origin: string | null;
	/** Whether a proxy in front of us tells the true address of clients. */
	readonly trustProxy?: boolean;
	/** For tests that must see themselves fail without a limit; the server never sets it. */
	readonly limits?: Partial<HttpLimits>;
}

/** Everything that is served. */
export interface HttpOptions {
	readonly config: HttpConfig;
	/** `/graphql`: by cookie. */
	readonly member: Endpoint;
	/** `/public/graphql`: for everybody, from any page, without cookies. */
	readonly public: Endpoint;
	/** By name, for `/readyz`: "database", "redis". */
	readonly ready: Readonly<Record<string, ReadyCheck>>;
	readonly downloads: Downloads;
	/** Folder of the built client; null or missing: none is served. */
	readonly clientDist: string | null;
	readonly log: HttpLog;
}

/** The server's log, and the formatter of errors that writes to it: live engines share it. */
export interface HttpLog extends FaultLog {
	readonly app: FastifyInstance;
	readonly formatError: FormatError;
	warn(fields: object, text: string): void;
}

/** A server, not yet listening. */
export interface Http {
	readonly app: FastifyInstance;
	/** Listens; port 0 takes any free one. Resolves to the address, like "http://127.0.0.1:4000". */
	listen(port: number, host: string): Promise<string>;
	/** Tells sockets to come back, finishes the requests under way, and closes. Idempotent. */
	close(): Promise<void>;
}

/**
 * The log comes first, for live engines are made before the server is whole. Secrets never reach it: no cookie, no
 * authorization, no query string.
 */
export function createHttpLog(config: HttpConfig): HttpLog {
	const limits = { ...httpLimits, ...config.limits };
	const app = Fastify({
		bodyLimit: limits.bodyBytes,
		requestTimeout: limits.requestMs,
		connectionTimeout: limits.stalledMs,
		keepAliveTimeout: limits.keepAliveMs,
		http: {
			maxHeaderSize: limits.headerBytes,
			headersTimeout: limits.headersMs,
			connectionsCheckingInterval: limits.checkMs,
		},
		forceCloseConnections: "idle",
		trustProxy: config.trustProxy ?? false,
		logController: new LogController({ disableRequestLogging: config.logLevel !== "debug" }),
		routerOptions: { maxParamLength: 200 },
		logger: {
			level: config.logLevel,
			redact: [
				"*.headers.cookie",
				"*.headers.authorization",
				'*.headers["set-cookie"]',
				"*.cookie",
				"*.token",
			],
			serializers: { req: ({ method, url, id }) => ({ method, url: url.split("?")[0], id }) },
		},
	});
	app.server.maxConnections = limits.connections;
	return {
		app,
		formatError: errorFormatter(app.log),
		error: (fields, text) => app.log.error(fields, text),
		warn: (fields, text) => app.log.warn(fields, text),
	};
}

/** Builds the server: two endpoints over HTTP and WebSocket, health, downloads, and the client's files. */
export async function createHttp(options: HttpOptions): Promise<Http> {
	const { config, member, log, ready } = options;
	const { app, formatError } = log;
	answerErrorsAsJson(app);
	await app.register(fastifyCookie);
	await sendSecurityHeaders(app, config.isProduction);
	openPublicEndpoint(app);
	const common = { cookies: config, formatError };
	await serveGraphQL(app, { ...common, path: "/graphql", endpoint: member, acceptsCookies: true });
	await serveGraphQL(app, {
		...common,
		path: "/public/graphql",
		endpoint: options.public,
		acceptsCookies: false,
	});
	serveHealth(app, ready);
	serveDownloads(app, options.downloads);
	await serveClient(app, options.clientDist);
	const routes = {
		"/graphql": { live: member.live, acceptsCookies: true },
		"/public/graphql": { live: options.public.live, acceptsCookies: false },
	};
	serveUpgrades(app, routes, { origin: config.origin, isStrict: config.isProduction });
	const engines = [member.live, options.public.live];
	app.addHook("preClose", async () => void (await Promise.all(engines.map((live) => live.stop()))));
	// After the requests under way, whose news must still reach the other instances.
	app.addHook("onClose", async () => void (await Promise.all(engines.map((live) => live.leaveNews()))));
	return { app, listen: (port, host) => app.listen({ port, host }), close: () => app.close() };
}

/** Whatever is wrong with a request before it reaches GraphQL is told as GraphQL would tell it [threat 13]. */
function answerErrorsAsJson(app: FastifyInstance): void {
	app.removeContentTypeParser("text/plain");
	app.addHook("onRequest", async (request, reply) => {
		const encoding = request.headers["content-encoding"];
		if (encoding && encoding !== "identity")
			return reply.code(415).send(refusal("Send the body as it is.", "BAD_REQUEST"));
		if (!isUtf8(request.headers["content-type"]))
			return reply.code(415).send(refusal("Send UTF-8.", "BAD_REQUEST"));
	});
	app.setErrorHandler((error: FastifyError, _request, reply) => {
		const status = error.statusCode ?? 500;
		if (status < 500) return reply.code(status).send(refusal(error.message, "BAD_REQUEST"));
		const faultId = randomUUID();
		app.log.error({ faultId, err: error }, "fault");
		return reply.code(500).send({ errors: [maskedFault(faultId)] });
	});
}

/** JSON is UTF-8 (RFC 8259); a body that says otherwise would be misread. */
function isUtf8(contentType = ""): boolean {
	const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1];
	return charset === undefined || /^utf-?8$/i.test(charset);
}

function refusal(message: string, code: string) {
	return { errors: [{ message, extensions: { code } }] };
}

/** [H6] The public endpoint may be asked from any page, because it takes no cookies. */
function openPublicEndpoint(app: FastifyInstance): void {
	const path = "/public/graphql";
	app.addHook("onRequest", async (request, reply) => {
		if (request.url.split("?")[0] !== path) return;
		void reply.headers({
			"access-control-allow-origin": "*",
			"cross-origin-resource-policy": "cross-origin",
		});
	});
	app.options(path, async (_request, reply) =>
		reply
			.code(204)
			.headers({
				"access-control-allow-methods": "GET, POST, OPTIONS",
				"access-control-allow-headers":
					"content-type, accept, apollo-require-preflight, x-apollo-operation-name",
				"access-control-max-age": "86400",
			})
			.send(),
	);
}
