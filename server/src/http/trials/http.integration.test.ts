import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "graphql-ws";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { CloseCode } from "../../live/index.ts";
import { type TestHttp, testHttp } from "../testing/testHttp.ts";

let http: TestHttp;

beforeEach(async () => {
	http = await testHttp();
});

afterEach(async () => {
	await http.close();
});

interface Answer {
	data?: Record<string, unknown> | null;
	errors?: { message: string; extensions: Record<string, unknown> }[];
}

const asked = async (query: string, path = "/graphql", headers = {}) => {
	const response = await http.post(path, { query }, headers);
	return { response, ...((await response.json()) as Answer) };
};

const get = (path: string, search: Record<string, string>, headers = {}) =>
	fetch(`${http.address}${path}?${new URLSearchParams(search)}`, { headers });

describe("both endpoints", () => {
	it.each(["/graphql", "/public/graphql"])("%s answers a query by POST", async (path) => {
		expect((await asked("{ hello }", path)).data).toEqual({ hello: "Hello Europe" });
	});

	it("the public one answers GET and any page, and takes no cookie", async () => {
		const response = await get(
			"/public/graphql",
			{ query: "{ whoAmI }" },
			{ cookie: "crossroads=ada", origin: "https://elsewhere.eu" },
		);
		expect(await response.json()).toEqual({ data: { whoAmI: null } });
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
		const preflight = await fetch(`${http.address}/public/graphql`, {
			method: "OPTIONS",
			headers: { origin: "https://elsewhere.eu" },
		});
		expect(preflight.status).toBe(204);
	});

	it("the members' one knows the cookie, and blocks what a foreign form could send", async () => {
		expect((await asked("{ whoAmI }", "/graphql", { cookie: "crossroads=ada" })).data).toEqual({
			whoAmI: "ada",
		});
		const response = await get("/graphql", { query: "{ whoAmI }" }, { cookie: "crossroads=ada" });
		expect(response.status).toBe(400);
		expect(http.executed).toEqual(["whoAmI"]);
		expect(response.headers.get("access-control-allow-origin")).toBeNull();
	});

	it("sets and clears the sign-in cookie", async () => {
		const { response } = await asked('mutation { signIn(token: "t") }');
		expect(response.headers.get("set-cookie")).toBe("crossroads=t; Path=/; HttpOnly; SameSite=Lax");
		const { response: bye } = await asked("mutation { signOut }");
		expect(bye.headers.get("set-cookie")).toContain("Expires=Thu, 01 Jan 1970");
	});
});

describe("[1–9] one verdict", () => {
	const refused = `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: hello`).join(" ")} }`;

	it("is the same by POST, by GET and over a socket, and nothing is executed", async () => {
		const { errors } = await asked(refused, "/public/graphql");
		const byGet = (await (await get("/public/graphql", { query: refused })).json()) as Answer;
		const bySocket = await socketErrors(refused);
		expect(errors?.[0]?.extensions).toMatchObject({ code: "OPERATION_REFUSED", limit: "aliases" });
		expect(byGet.errors).toEqual(errors);
		expect(bySocket).toEqual(errors);
		expect(http.executed).toEqual([]);
	});

	it("is the same whatever else stands in the address", async () => {
		const address = `/public/graphql?${new URLSearchParams({ query: refused })}&x=1&x=2`;
		const { errors } = (await (await fetch(http.address + address)).json()) as Answer;
		expect(errors?.[0]?.extensions).toMatchObject({ code: "OPERATION_REFUSED", limit: "aliases" });
		expect(http.executed).toEqual([]);
		await fetch(`${http.address}/public/graphql?query=%7Bhello%7D&x=1&x=2`);
		expect(http.executed).toEqual(["hello"]);
	});

	it("refuses batches, also in an array of one [5]", async () => {
		for (const body of [[{ query: "{ hello }" }], [{ query: "{ hello }" }, { query: "{ hello }" }]])
			expect((await http.post("/graphql", body)).status).toBe(400);
		expect(http.executed).toEqual([]);
	});

	it("requires paging of the public graph only [9]", async () => {
		const query = "{ people { edges { node { name } } } }";
		expect((await asked(query, "/public/graphql")).errors?.[0]?.extensions.code).toBe(
			"GRAPHQL_VALIDATION_FAILED",
		);
		expect((await asked(query)).errors).toBeUndefined();
	});
});

describe("[11, 12] errors", () => {
	it("suggest no names", async () => {
		const { errors } = await asked("{ helo }");
		expect(errors?.[0]?.message).not.toContain("Did you mean");
		expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
	});

	it("mask faults to a code and an id", async () => {
		const { errors, response } = await asked("{ broken }");
		expect(errors?.[0]?.message).toBe("Something broke on our side.");
		expect(errors?.[0]?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", faultId: expect.any(String) });
		expect(response.status).toBe(200);
	});

	it("pass on what was refused on purpose, without details", async () => {
		const { errors } = await asked("{ refused }");
		expect(errors?.[0]).toMatchObject({ message: "Not for you.", extensions: { code: "FORBIDDEN" } });
		expect(errors?.[0]?.extensions.detail).toBeUndefined();
	});
});

describe("[13–15] requests that are none", () => {
	const json = { "content-type": "application/json" };
	it.each<[string, RequestInit]>([
		["malformed JSON", { headers: json, body: "{ nope" }],
		["an empty body", { headers: json, body: "" }],
		["a body of 200 kB", { headers: json, body: JSON.stringify({ query: "x".repeat(200_000) }) }],
		["a gzip bomb", { headers: { ...json, "content-encoding": "gzip" }, body: "x" }],
		["no content type", { headers: { "content-type": "" }, body: '{"query":"{ hello }"}' }],
		["text", { headers: { "content-type": "text/plain" }, body: '{"query":"{ hello }"}' }],
		["a form", { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "query={ hello }" }],
		[
			"another charset",
			{
				headers: { "content-type": "application/json; charset=utf-16" },
				body: Buffer.from('{"query":"{ hello }"}', "utf16le"),
			},
		],
		["a poisoned prototype", { headers: json, body: '{"query":"{ hello }","__proto__":{"x":1}}' }],
		["a query that is a number", { headers: json, body: '{"query":7}' }],
		["variables that are a string", { headers: json, body: '{"query":"{ hello }","variables":"{}"}' }],
		[
			"an operation name that is a list",
			{ headers: json, body: '{"query":"{ hello }","operationName":["a"]}' },
		],
	])("get a JSON error 4xx for %s", async (_what, init) => {
		const response = await fetch(`${http.address}/graphql`, { method: "POST", ...init });
		const { errors } = (await response.json()) as Answer;
		expect(errors?.length).toBeGreaterThan(0);
		expect(Math.floor(response.status / 100)).toBe(4);
		expect(http.executed).toEqual([]);
	});

	it("are told that documents by hash are not kept, with the 200 that Apollo Client's link waits for", async () => {
		const body = { extensions: { persistedQuery: { version: 1, sha256Hash: "x" } } };
		const response = await http.post("/graphql", body);
		const { errors } = (await response.json()) as Answer;
		expect([response.status, errors?.map(({ extensions }) => extensions.code)]).toEqual([
			200,
			["PERSISTED_QUERY_NOT_SUPPORTED"],
		]);
		expect(http.executed).toEqual([]);
	});

	it("change nothing: mutations by GET", async () => {
		const response = await get("/public/graphql", { query: "mutation { bump }" });
		expect(response.status).toBe(405);
		expect(http.executed).toEqual([]);
	});

	it("are told to use a WebSocket: subscriptions by POST and GET", async () => {
		const { errors, response } = await asked("subscription { value }");
		expect(response.status).toBe(400);
		expect(errors?.[0]?.extensions.code).toBe("SUBSCRIPTION_NEEDS_WEBSOCKET");
		const byGet = await get("/public/graphql", { query: "subscription { value }" });
		expect(Math.floor(byGet.status / 100)).toBe(4);
		expect(http.executed).toEqual([]);
	});

	it("may not give a parameter twice, to show the guard one and Apollo the other", async () => {
		const response = await fetch(`${http.address}/public/graphql?query=%7Bhello%7D&query=%7BwhoAmI%7D`);
		expect(response.status).toBe(400);
		expect(http.executed).toEqual([]);
	});

	it.each(["utf-16", "iso-8859-1", '"UTF-7"'])(
		"get a JSON error 415 for JSON that says it is %s; the same as UTF-8 is executed",
		async (charset) => {
			const body = '{"query":"{ hello }"}';
			const other = await http.post("/graphql", body, {
				"content-type": `application/json; charset=${charset}`,
			});
			expect(other.status).toBe(415);
			expect(((await other.json()) as Answer).errors?.length).toBe(1);
			expect(http.executed).toEqual([]);
			await http.post("/graphql", body, { "content-type": 'application/json; charset="UTF-8"' });
			expect(http.executed).toEqual(["hello"]);
		},
	);
});

describe("[26–28] sockets", () => {
	it.each([
		["a foreign page", "https://elsewhere.eu", 403],
		["a sandboxed page", "null", 403],
		["our own page", "own", 101],
		["no page", undefined, 101],
	])("for members are opened from %s with %s: %i", async (_who, origin, status) => {
		expect(await upgradeStatus("/graphql", origin === "own" ? http.address : origin)).toBe(status);
	});

	it.each([
		["https://crossroads.example", 101],
		["http://crossroads.example", 403],
		["https://crossroads.example:8443", 403],
		["own host", 403],
	])("for members in production, of a configured address, from %s: %i", async (page, status) => {
		const configured = await testHttp({ isProduction: true, origin: "https://crossroads.example" });
		const from = page === "own host" ? configured.address : page;
		expect(await upgradeStatus("/graphql", from, configured)).toBe(status);
		await configured.close();
	});

	it("for members outside production are opened from pages of the host that was asked as well", async () => {
		const configured = await testHttp({ origin: "http://localhost:4000" });
		expect(await upgradeStatus("/graphql", configured.address, configured)).toBe(101);
		expect(await upgradeStatus("/graphql", "http://localhost:4000", configured)).toBe(101);
		expect(await upgradeStatus("/graphql", "http://elsewhere.eu:4000", configured)).toBe(403);
		await configured.close();
	});

	it("for everybody are opened from any page, elsewhere from none", async () => {
		expect(await upgradeStatus("/public/graphql", "https://elsewhere.eu")).toBe(101);
		expect(await upgradeStatus("/graphql/", http.address)).toBe(404);
		expect(await upgradeStatus("/__proto__", http.address)).toBe(404);
	});

	it("serve graphql-ws's own client: state first, then changes; queries too", async () => {
		const client = createClient({ url: `${http.webSocketAddress}/graphql`, webSocketImpl: WebSocket });
		const values = client.iterate<{ value: number }>({ query: "subscription { value }" });
		expect((await values.next()).value.data).toEqual({ value: 1 });
		http.value = 2;
		http.announce("value");
		expect((await values.next()).value.data).toEqual({ value: 2 });
		const answers = client.iterate({ query: "{ hello }" });
		expect((await answers.next()).value.data).toEqual({ hello: "Hello Europe" });
		expect((await answers.next()).done).toBe(true);
		await values.return?.();
		await client.dispose();
	});

	it("carry the cookie of the upgrade for members, never for the public", async () => {
		expect(await whoIs("/graphql")).toBe("ada");
		expect(await whoIs("/public/graphql")).toBeNull();
	});

	it("are closed 4406 without the subprotocol", async () => {
		const socket = new WebSocket(`${http.webSocketAddress}/graphql`);
		expect(await closeCode(socket)).toBe(CloseCode.SubprotocolNotAcceptable);
	});

	it.each(["before", "after"])("are closed 1009 at a frame beyond 64 kB %s authentication", async (when) => {
		const socket = await opened("/graphql");
		if (when === "after") socket.send('{"type":"connection_init"}');
		const code = closeCode(socket);
		socket.send(JSON.stringify({ type: "ping", payload: { x: "y".repeat(70_000) } }));
		expect(await code).toBe(CloseCode.MessageTooBig);
	});

	it("are told to come back when the server stops", async () => {
		const socket = await opened("/graphql");
		const code = closeCode(socket);
		await http.close();
		expect(await code).toBe(CloseCode.ServiceRestart);
	});

	it("deliver large answers whole", async () => {
		const name = "é".repeat(14_000);
		const client = createClient({ url: `${http.webSocketAddress}/graphql`, webSocketImpl: WebSocket });
		const query = `query ($name: String) { ${Array.from({ length: 3 }, (_, index) => `a${index}: hello(name: $name)`).join(" ")} }`;
		const answers = client.iterate<Record<string, string>>({ query, variables: { name } });
		const { data } = (await answers.next()).value;
		expect(Object.values(data)).toEqual([`Hello ${name}`, `Hello ${name}`, `Hello ${name}`]);
		await client.dispose();
	});
});

describe("health", () => {
	it("is up without details, and names what is down", async () => {
		expect((await fetch(`${http.address}/healthz`)).status).toBe(200);
		expect(await (await fetch(`${http.address}/readyz`)).json()).toEqual({
			status: "up",
			checks: { redis: "up" },
		});
		const sick = await testHttp({
			ready: { database: () => Promise.reject(new Error("secret")), redis: () => true },
		});
		const response = await fetch(`${sick.address}/readyz`);
		expect(response.status).toBe(503);
		expect(await response.json()).toEqual({ status: "down", checks: { database: "down", redis: "up" } });
		expect((await fetch(`${sick.address}/healthz`)).status).toBe(200);
		await sick.close();
	});
});

describe("the client's files", () => {
	it("are served; any page of the client gets index.html, nothing else does", async () => {
		const clientDist = mkdtempSync(join(tmpdir(), "client-"));
		writeFileSync(join(clientDist, "index.html"), "<title>Crossroads</title>");
		const site = await testHttp({ clientDist });
		const page = await fetch(`${site.address}/session/7`, { headers: { accept: "text/html,*/*" } });
		expect(await page.text()).toContain("Crossroads");
		expect(page.headers.get("cache-control")).toBe("no-cache");
		expect((await fetch(`${site.address}/assets/none.js`)).status).toBe(404);
		expect((await fetch(`${site.address}/../package.json`)).status).toBe(404);
		await site.close();
	});

	it("come with strict headers [63]", async () => {
		const { headers } = await fetch(`${http.address}/healthz`);
		const policy = headers.get("content-security-policy") ?? "";
		expect(policy).toContain("default-src 'self'");
		expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).toContain(`ws://${new URL(http.address).host}`);
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("strict-transport-security")).toBeNull();
	});

	it("are sent for https only in production, with a __Host- cookie", async () => {
		const production = await testHttp({ isProduction: true });
		const response = await production.post("/graphql", { query: 'mutation { signIn(token: "t") }' });
		expect(response.headers.get("set-cookie")).toBe(
			"__Host-crossroads=t; Path=/; HttpOnly; Secure; SameSite=Lax",
		);
		expect(response.headers.get("strict-transport-security")).toContain("max-age");
		await production.close();
	});
});

function upgradeStatus(path: string, origin: string | undefined, server = http): Promise<number> {
	const socket = new WebSocket(
		server.webSocketAddress + path,
		"graphql-transport-ws",
		origin === undefined ? {} : { origin },
	);
	return new Promise((resolve, reject) => {
		socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
		socket.on("open", () => {
			resolve(101);
			socket.terminate();
		});
		socket.on("error", reject);
	});
}

async function opened(path: string, options: object = {}): Promise<WebSocket> {
	const socket = new WebSocket(http.webSocketAddress + path, "graphql-transport-ws", options);
	await new Promise((resolve) => socket.once("open", resolve));
	return socket;
}

function closeCode(socket: WebSocket): Promise<number> {
	return new Promise((resolve) => socket.once("close", resolve));
}

async function whoIs(path: string): Promise<unknown> {
	const socket = await opened(path, { headers: { cookie: "crossroads=ada" } });
	const answer = new Promise<string>((resolve) => {
		socket.on("message", (data) => {
			const message = String(data);
			if (message.includes("connection_ack"))
				socket.send('{"id":"1","type":"subscribe","payload":{"query":"{ whoAmI }"}}');
			if (message.includes('"next"')) resolve(message);
		});
	});
	socket.send('{"type":"connection_init"}');
	const { payload } = JSON.parse(await answer) as { payload: Answer };
	socket.terminate();
	return payload.data?.whoAmI;
}

async function socketErrors(query: string): Promise<unknown> {
	const client = createClient({ url: `${http.webSocketAddress}/graphql`, webSocketImpl: WebSocket });
	const answers = client.iterate({ query });
	const errors = await answers.next().catch((error: unknown) => error);
	await client.dispose();
	return errors;
}
