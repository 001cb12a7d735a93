import { type AuditResult, auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHttp, testHttp } from "../testing/testHttp.ts";

/** How many audits graphql-http 1.23.1 has. */
const AUDITS = 61;

/**
 * GETs without a header that a foreign page cannot send are what CSRF uses, and the members' endpoint takes cookies:
 * each of these asks by such a GET, and is refused with 400 [H5]. All three are of the kind "MAY".
 */
const csrfExceptions = {
	"5A70": "MAY accept application/x-www-form-urlencoded formatted GET requests",
	D6D5: "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
	"6A70": "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
};

let http: TestHttp;

beforeAll(async () => {
	http = await testHttp();
});

afterAll(() => http.close());

async function audited(path: string, headers: Record<string, string> = {}) {
	const fetchFn: typeof fetch = (input, init = {}) =>
		fetch(input, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } });
	const results = await auditServer({ url: http.address + path, fetchFn });
	return {
		count: results.length,
		notOk: Object.fromEntries(results.filter(isNotOk).map(({ id, name }) => [id, name])),
	};
}

function isNotOk({ status }: AuditResult): boolean {
	return status !== "ok";
}

describe("graphql-http's audits", () => {
	it("are all ok on /public/graphql", async () => {
		expect(await audited("/public/graphql")).toEqual({ count: AUDITS, notOk: {} });
	});

	it("are ok on /graphql but for what CSRF prevention refuses", async () => {
		expect(await audited("/graphql")).toEqual({ count: AUDITS, notOk: csrfExceptions });
	});

	it("are all ok on /graphql too for who sends what a foreign page cannot send", async () => {
		expect(await audited("/graphql", { "apollo-require-preflight": "1" })).toEqual({
			count: AUDITS,
			notOk: {},
		});
	});

	it("find an endpoint that is none", async () => {
		expect(Object.keys((await audited("/healthz")).notOk).length).toBeGreaterThan(10);
	});
});
