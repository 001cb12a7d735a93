import { createHash } from "node:crypto";
import { ApolloServer, HeaderMap } from "@apollo/server";
import { parse } from "graphql";
import { afterEach, describe, expect, it } from "vitest";
import { HandedOnDocuments } from "../serving/HandedOnDocuments.ts";
import { RawConnection } from "../testing/rawConnection.ts";
import { type TestHttp, type TestHttpOptions, testHttp } from "../testing/testHttp.ts";

const running: TestHttp[] = [];

/** A server of the test's own. */
async function serving(options: TestHttpOptions = {}): Promise<TestHttp> {
	const http = await testHttp(options);
	running.push(http);
	return http;
}

afterEach(async () => {
	for (const http of running.splice(0)) await http.close();
});

const MEGABYTE = Buffer.alloc(1024 * 1024, "x");
const head = (length: number, more = "") =>
	`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n`;

/** What Apollo Server does by itself with a request: the twin of what is refused here. */
async function stockApollo(options: object, requests: readonly object[]) {
	const executed: string[] = [];
	const hello = () => {
		executed.push("hello");
		return "Hello";
	};
	const apollo = new ApolloServer({
		typeDefs: "type Query { hello: String }",
		resolvers: { Query: { hello } },
		...options,
	});
	await apollo.start();
	for (const body of requests) {
		await apollo.executeHTTPGraphQLRequest({
			httpGraphQLRequest: {
				method: "POST",
				headers: new Map([["content-type", "application/json"]]) as never,
				search: "",
				body,
			},
			context: async () => ({}),
		});
	}
	await apollo.stop();
	return executed;
}

describe("[5] batches", () => {
	it("would be executed by an Apollo Server that allows them", async () => {
		const batch = [{ query: "{ hello }" }, { query: "{ hello }" }];
		expect(await stockApollo({ allowBatchedHttpRequests: true }, [batch])).toEqual(["hello", "hello"]);
		const http = await serving();
		expect((await http.post("/graphql", batch)).status).toBe(400);
		expect(http.executed).toEqual([]);
	});
});

describe("[1] what stands twice in an address", () => {
	it("does not stop a stock Apollo Server, unless it is one of its own parameters", async () => {
		const executed: string[] = [];
		const hello = () => executed.push("hello");
		const apollo = new ApolloServer({
			typeDefs: "type Query { hello: Int }",
			resolvers: { Query: { hello } },
			csrfPrevention: false,
		});
		await apollo.start();
		for (const more of ["x=1&x=2", "operationName=A&operationName=B"]) {
			await apollo.executeHTTPGraphQLRequest({
				httpGraphQLRequest: {
					method: "GET",
					headers: new HeaderMap(),
					search: `?query=%7Bhello%7D&${more}`,
					body: null,
				},
				context: async () => ({}),
			});
		}
		await apollo.stop();
		expect(executed).toEqual(["hello"]);
	});
});

describe("[17] documents", () => {
	it("come to Apollo as the guard has parsed them, and Apollo keeps none itself; without the store it parses", async () => {
		const handedOn = new HandedOnDocuments();
		handedOn.hand("{ hello }", parse("{ hello again: hello }"));
		const executed = (documentStore?: HandedOnDocuments) =>
			stockApollo({ ...(documentStore && { documentStore }) }, [{ query: "{ hello }" }]);
		expect(await executed(handedOn)).toEqual(["hello", "hello"]);
		expect(await executed()).toEqual(["hello"]);
		await handedOn.set();
		expect(await handedOn.get("schema:none")).toBeUndefined();
	});
});

describe("[13] a body of 60 MB", () => {
	it("is refused by its length, and not read", async () => {
		const http = await serving();
		let read = () => 0;
		http.app.server.once("connection", (socket) => {
			read = () => socket.bytesRead;
		});
		const connection = await RawConnection.to(http.address);
		connection.send(head(60 * MEGABYTE.length));
		await connection.flood(MEGABYTE, 60);
		expect(await connection.ended()).toContain("413");
		expect(read()).toBeLessThan(2 * MEGABYTE.length);
	});

	it("is refused when it has said no length, once it is too long", async () => {
		const http = await serving();
		const connection = await RawConnection.to(http.address);
		connection.send(head(0, "transfer-encoding: chunked\r\n").replace("content-length: 0\r\n", ""));
		const chunk = Buffer.concat([
			Buffer.from(`${MEGABYTE.length.toString(16)}\r\n`),
			MEGABYTE,
			Buffer.from("\r\n"),
		]);
		await connection.flood(chunk, 60);
		expect(await connection.ended()).toContain("413");
	});

	it("would be read to its end without the limit", async () => {
		const http = await serving({ limits: { bodyBytes: 100 * MEGABYTE.length } });
		const connection = await RawConnection.to(http.address);
		const body = Buffer.from(
			JSON.stringify({ query: "{ hello }", variables: { x: "y".repeat(8 * MEGABYTE.length) } }),
		);
		connection.send(head(body.length)).send(body);
		await connection.hears("Hello Europe");
		connection.socket.destroy();
	});
});

describe("[14] what is refused by GET or as a form", () => {
	it("is executed when it is posted as JSON", async () => {
		const http = await serving();
		await http.post("/graphql", { query: "mutation { bump }" });
		expect(http.executed).toEqual(["bump"]);
		const form = { "content-type": "application/x-www-form-urlencoded" };
		for (const path of ["/graphql", "/public/graphql"]) {
			const byGet = await fetch(`${http.address}${path}?query=mutation%7Bbump%7D`, {
				headers: { "apollo-require-preflight": "1" },
			});
			const byForm = await http.post(path, "query=mutation{bump}", form);
			expect([byGet.status, byForm.status]).toEqual([405, 415]);
		}
		expect(http.executed).toEqual(["bump"]);
	});
});

describe("[16] trusted documents", () => {
	const listed = "{ hello }";
	const trusted = new Set([createHash("sha256").update(listed).digest("hex")]);

	it("alone are executed for members; the public graph stays open", async () => {
		const http = await serving({ trusted });
		const ask = async (path: string, query: string) =>
			(await (await http.post(path, { query })).json()) as { errors?: { extensions: object }[] };
		expect((await ask("/graphql", listed)).errors).toBeUndefined();
		expect((await ask("/graphql", "{ whoAmI }")).errors?.[0]?.extensions).toEqual({
			code: "DOCUMENT_NOT_TRUSTED",
		});
		expect((await ask("/public/graphql", "{ whoAmI }")).errors).toBeUndefined();
		expect(http.executed).toEqual(["hello", "whoAmI"]);
	});
});

describe("[17] persisted queries", () => {
	const query = "{ hello }";
	const sha256Hash = createHash("sha256").update(query).digest("hex");
	const extensions = { persistedQuery: { version: 1, sha256Hash } };

	it("are off: neither stored nor found, by POST or GET", async () => {
		const http = await serving();
		const search = new URLSearchParams({ extensions: JSON.stringify(extensions) });
		for (const answer of [
			await http.post("/graphql", { query, extensions }),
			await http.post("/graphql", { extensions }),
			await fetch(`${http.address}/public/graphql?${search}`),
		]) {
			const { errors } = (await answer.json()) as { errors?: unknown[] };
			expect(errors?.length).toBeGreaterThan(0);
		}
		expect(http.executed).toEqual([]);
	});

	it("would be stored and executed by hash alone by a stock Apollo Server, past the guard", async () => {
		expect(await stockApollo({}, [{ query, extensions }, { extensions }])).toEqual(["hello", "hello"]);
	});
});
