import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSchema, getIntrospectionQuery, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { createGuard, type GuardOptions } from "../guard.ts";
import { bytesOf, DocumentCache } from "./DocumentCache.ts";
import { BYTES_OF_CACHED_DOCUMENTS } from "./limits.ts";
import { readTrustedDocuments } from "./trustedDocuments.ts";

const schema = buildSchema(/* GraphQL */ `
	type Query {
		me: Person
		people(first: Int = 10, after: String, last: Int): PersonConnection!
		list: [Person!]!
		search(filter: Filter): Person
		secretPassword: String
	}
	type Mutation { join(code: String!): Boolean }
	type Subscription { tick: Int }
	type Person {
		name(of: [Int]): String
		friend: Person
		friends(first: Int, last: Int): PersonConnection!
		list: [Person!]!
	}
	type PersonConnection { edges: [PersonEdge!]! totalCount: Int! }
	type PersonEdge { node: Person! cursor: String! }
	input Filter { and: [Filter!] name: String kind: Kind }
	enum Kind { FIRST_SECRET_KIND OTHER }
`);

function judge(query: string, variables: Record<string, unknown> = {}, options: Partial<GuardOptions> = {}) {
	return createGuard({ schema, ...options }).judge({ query, variables });
}

function refusalOf(
	query: string,
	variables: Record<string, unknown> = {},
	options: Partial<GuardOptions> = {},
) {
	const first = judge(query, variables, options).refused?.[0];
	return first && (first.extensions.limit ?? first.extensions.code);
}

const many = (count: number, text: (index: number) => string) =>
	Array.from({ length: count }, (_, i) => text(i)).join(" ");
const deep = (levels: number) => `{ me ${"{ friend ".repeat(levels - 2)}{ name }${" }".repeat(levels - 2)} }`;
const nested = (levels: number) => `{ me { name(of: ${"[".repeat(levels)}1${"]".repeat(levels)}) } }`;
const bomb = (levels: number) =>
	`{ me { ...F0 } } ${many(levels, (i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`)} fragment F${levels} on Person { name }`;
const circularIntrospection = (rounds: number) =>
	`{ __schema { types { ${"fields { type { ".repeat(rounds)} name ${"} } ".repeat(rounds)} } } }`;

/** What is refused, by which limit, and what of the same kind just passes. */
const rows: [threat: string, passes: string | null, refused: string, reason: string][] = [
	[
		"1. 16 aliases",
		`{ ${many(15, (i) => `a${i}: me { name }`)} }`,
		`{ ${many(16, (i) => `a${i}: me { name }`)} }`,
		"aliases",
	],
	["1. 1,000 aliases", null, `{ ${many(1_000, (i) => `a${i}: me{name}`)} }`, "tokens"],
	["1. 50,000 aliases", null, `{ ${many(50_000, (i) => `a${i}: me { name }`)} }`, "characters"],
	["2. depth 12", deep(11), deep(12), "depth"],
	["2. depth 200", null, deep(200), "depth"],
	["2. depth 5,000", null, deep(5_000), "characters"],
	["2. nested literals", null, nested(3_000), "tokens"],
	[
		"3. one field 500 times",
		`{ me { ${many(11, () => "name")} } }`,
		`{ me { ${many(500, () => "name")} } }`,
		"duplicates",
	],
	["3. one field in 500 inline fragments", null, `{ me { ${many(700, () => "...{name}")} } }`, "tokens"],
	["3. one field in 100 inline fragments", null, `{ me { ${many(100, () => "...{name}")} } }`, "duplicates"],
	["3. one field 50,000 times", null, `{ me { ${many(50_000, () => "name")} } }`, "characters"],
	["4. directives", null, `{ me { name ${many(40, () => "@skip(if: false)")} } }`, "directives"],
	[
		"6. circular fragments",
		null,
		"{ me { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }",
		"BAD_USER_INPUT",
	],
	["6. a fragment bomb", bomb(3), bomb(20), "fields"],
	[
		"6. a fragment bomb of two names",
		null,
		`{ me { ...F0 } } ${many(25, (i) => `fragment F${i} on Person { a: friend { ...F${i + 1} } b: friend { ...F${i + 1} } }`)} fragment F25 on Person { name }`,
		"depth",
	],
	["7. circular introspection", getIntrospectionQuery(), circularIntrospection(10), "introspectionDepth"],
	["7. circular introspection within the depth", null, circularIntrospection(2), "introspectionLists"],
	[
		"7. members of members, in a fragment",
		"{ __schema { types { fields { type { ...T } } } } } fragment T on __Type { name ofType { name } }",
		"{ __schema { types { fields { type { ...T } } } } } fragment T on __Type { name possibleTypes { name } }",
		"introspectionLists",
	],
	[
		"7. introspection in bulk",
		"{ a: __schema { types { name } } }",
		`{ ${many(2, (i) => `a${i}: __schema { types { name } }`)} }`,
		"introspections",
	],
	[
		"7. introspection in bulk, inside",
		"{ __schema { types { name kind } } a: me { b: name fields: friend { name } } }",
		`{ __schema { types { ${many(3, (i) => `a${i}: fields { name }`)} } } }`,
		"introspectionAliases",
	],
	[
		"36. codes guessed by alias",
		null,
		`mutation { ${many(4, (i) => `a${i}: join(code: "${i}")`)} }`,
		"mutations",
	],
];

describe("the guard, before anything is executed", () => {
	it.each(rows)("refuses %s", (_threat, passes, refused, reason) => {
		if (passes) expect(refusalOf(passes)).toBeUndefined();
		expect(refusalOf(refused)).toBe(reason);
	});

	it.each(rows)("takes less than 20 ms to refuse %s, at its fastest", (_threat, _passes, refused) => {
		const guard = createGuard({ schema });
		const times = [1, 2, 3, 4, 5].map((time) => {
			const start = performance.now();
			guard.judge({ query: `${refused} # ${time}` });
			return performance.now() - start;
		});
		expect(Math.min(...times)).toBeLessThan(20);
	});

	it("would let them pass without its checks of tokens and shape", () => {
		const unguarded = { without: ["tokens", "shape"] as const };
		for (const query of [rows[0]![2], deep(200), `{ me { ${many(500, () => "name")} } }`, bomb(16)]) {
			expect(refusalOf(query)).toBeDefined();
			expect(refusalOf(query, {}, unguarded)).toBeUndefined();
		}
	});

	it("would let directives, circles and introspection pass without its checks of shape and validity [4, 6, 7]", () => {
		const unguarded = { without: ["tokens", "shape", "validation"] as const };
		const directives = rows.find(([threat]) => threat === "4. directives")?.[2] ?? "";
		for (const query of [directives, circularIntrospection(3), circularIntrospection(10)]) {
			expect(refusalOf(query)).toBeDefined();
			expect(refusalOf(query, {}, unguarded)).toBeUndefined();
		}
	});

	it("measures fragments wherever they are defined, also unused ones", () => {
		const inFragment = "{ me { ...F } } fragment F on Person { friend { friend { friend { ...G } } } }";
		expect(
			refusalOf(
				`${inFragment} fragment G on Person { friend { friend { friend { friend { friend { friend { friend { name } } } } } } } }`,
			),
		).toBe("depth");
	});
});

describe("[8] the cost of lists", () => {
	const inner = "{ edges { node { friends(first: 100) { edges { node { name } } } } } }";
	const costly: [string, string, Record<string, unknown>][] = [
		["as literal", `{ people(first: 100) ${inner} }`, {}],
		["as variable", `query ($n: Int) { people(first: $n) ${inner} }`, { n: 100 }],
		["as default of a variable", `query ($n: Int = 100) { people(first: $n) ${inner} }`, {}],
		["in a fragment", `{ ...F } fragment F on Query { people(first: 100) ${inner} }`, {}],
	];

	it.each(costly)("is the same verdict for a size given %s", (_where, query, variables) => {
		expect(refusalOf(query, variables)).toBe("cost");
		expect(refusalOf(query, variables, { without: ["cost"] })).toBeUndefined();
	});

	it.each([
		["as literal", "{ people(first: 1000000) { totalCount } }", {}],
		["as variable", "query ($n: Int) { people(first: $n) { totalCount } }", { n: 1_000_000 }],
		["as default", "query ($n: Int = 1000000) { people(first: $n) { totalCount } }", {}],
		["in a fragment", "{ ...F } fragment F on Query { people(last: 1000000) { totalCount } }", {}],
	])("allows no page of a million %s", (_where, query, variables) => {
		expect(refusalOf(query, variables)).toBe("page");
	});

	it("is told of what is allowed; introspection counts as much as a schema takes", () => {
		expect(judge("{ me { name } }").allowed?.cost).toBe(1);
		expect(judge("{ __typename }").allowed?.cost).toBe(0);
		expect(judge(getIntrospectionQuery()).allowed?.cost).toBe(2_000);
	});

	it("takes lists without paging for ten each", () => {
		expect(refusalOf("{ list { list { list { name } } } }")).toBeUndefined();
		expect(refusalOf("{ list { list { list { list { name } } } } }")).toBe("cost");
	});
});

describe("[9, 10] pages", () => {
	it("must be given where the endpoint requires it", () => {
		const query = "{ me { friends { totalCount } } }";
		expect(refusalOf(query, {}, { requiresPaging: true })).toBe("GRAPHQL_VALIDATION_FAILED");
		expect(refusalOf(query)).toBeUndefined();
	});

	it.each([
		["null, as literal", "{ me { friends(first: null) { totalCount } } }", {}, "GRAPHQL_VALIDATION_FAILED"],
		[
			"null, as variable",
			"query ($n: Int) { me { friends(first: $n) { totalCount } } }",
			{ n: null },
			"BAD_USER_INPUT",
		],
		[
			"nothing, as variable",
			"query ($n: Int) { me { friends(first: $n) { totalCount } } }",
			{},
			"BAD_USER_INPUT",
		],
		[
			"nothing, in an unused fragment",
			"{ me { name } } fragment F on Person { friends { totalCount } }",
			{},
			"GRAPHQL_VALIDATION_FAILED",
		],
		["nothing, where the schema has a default", "{ people { totalCount } }", {}, undefined],
		["a page", "query ($n: Int) { me { friends(last: $n) { totalCount } } }", { n: 5 }, undefined],
	])("may not be %s there", (_what, query, variables, reason) => {
		expect(refusalOf(query, variables, { requiresPaging: true })).toBe(reason);
	});

	it.each([
		["-1", "{ people(first: -1) { totalCount } }", {}],
		["2^31", "query ($n: Int) { people(first: $n) { totalCount } }", { n: 2 ** 31 }],
		['"5"', "query ($n: Int) { people(first: $n) { totalCount } }", { n: "5" }],
		["both", "{ people(first: 1, last: 1) { totalCount } }", {}],
	])("are refused for %s", (_what, query, variables) => {
		expect(refusalOf(query, variables)).toBe("BAD_USER_INPUT");
	});

	it("are given for the same question with a size that can be", () => {
		expect(refusalOf("{ people(first: 0) { totalCount } }")).toBeUndefined();
		expect(refusalOf("query ($n: Int) { people(first: $n) { totalCount } }", { n: 5 })).toBeUndefined();
		expect(refusalOf("{ people(first: -1) { totalCount } }", {}, { without: ["cost"] })).toBeUndefined();
	});
});

describe("[11] suggestions", () => {
	it.each([
		["a field", "{ secretPasswor }", {}],
		["an argument", "{ people(frist: 1) { totalCount } }", {}],
		["a type", "{ me { ... on Persn { name } } }", {}],
		["an enum value", "{ search(filter: { kind: FIRST_SECRET_KIN }) { name } }", {}],
		[
			"a variable's enum value",
			"query ($f: Filter) { search(filter: $f) { name } }",
			{ f: { kind: "FIRST_SECRET_KIN" } },
		],
		["a variable's field", "query ($f: Filter) { search(filter: $f) { name } }", { f: { nam: "x" } }],
	])("leak no name for %s", (_what, query, variables) => {
		const errors = judge(query, variables).refused ?? [];
		expect(errors.length).toBeGreaterThan(0);
		expect(JSON.stringify(errors)).not.toMatch(/Did you mean|secretPassword|FIRST_SECRET_KIND"/);
	});
});

describe("variables", () => {
	it("are refused when they are nested without end", () => {
		let value: unknown = "x";
		for (let level = 0; level < 10_000; level += 1) value = { and: [value] };
		expect(refusalOf("query ($f: Filter) { search(filter: $f) { name } }", { f: value })).toBe(
			"variableDepth",
		);
	});

	it("are refused when they are many, before they are coerced; without the check, coercion says it", () => {
		const query = "query ($f: Filter) { search(filter: $f) { name } }";
		const unknown = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`nam${index}`, 1]));
		expect(refusalOf(query, { f: unknown })).toBe("variableValues");
		expect(refusalOf(query, { f: unknown }, { without: ["variables"] })).toBe("BAD_USER_INPUT");
		const list = (length: number) => ({ of: Array.from({ length }, () => 1) });
		const names = "query ($of: [Int]) { me { name(of: $of) } }";
		expect(refusalOf(names, list(1_900))).toBeUndefined();
		expect(refusalOf(names, list(2_000))).toBe("variableValues");
	});

	it("that are not declared do not get through, and prototypes stay as they are", () => {
		const variables = JSON.parse('{ "n": 1, "extra": 1, "__proto__": { "polluted": true } }') as Record<
			string,
			unknown
		>;
		const { allowed } = judge("query ($n: Int) { people(first: $n) { totalCount } }", variables);
		expect(allowed?.variables).toEqual({ n: 1 });
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe("documents", () => {
	it("have one key for every layout", () => {
		const guard = createGuard({ schema });
		const keys = ["{ me { name } }", "{me{name}}", "# hello\n{ me\n{ name } }"].map(
			(query) => guard.judge({ query }).allowed?.documentKey,
		);
		expect(new Set(keys).size).toBe(1);
	});

	it("are refused with a code when they are no GraphQL, or name no operation", () => {
		expect(refusalOf("{ me {")).toBe("GRAPHQL_PARSE_FAILED");
		expect(refusalOf("{ nothing }")).toBe("GRAPHQL_VALIDATION_FAILED");
		expect(refusalOf("query A { me { name } } query B { me { name } }")).toBe("OPERATION_RESOLUTION_FAILURE");
		expect(refusalOf("fragment A on Person { name }")).toBeDefined();
		expect(refusalOf("")).toBe("GRAPHQL_PARSE_FAILED");
	});
});

describe("[16] trusted documents", () => {
	const listed = "{ me { name } }";
	const hash = createHash("sha256").update(listed).digest("hex");
	const trusted = new Set([hash]);

	it("alone are executed when there is a list", () => {
		expect(refusalOf(listed, {}, { trusted })).toBeUndefined();
		expect(refusalOf("{ me { name  } }", {}, { trusted })).toBe("DOCUMENT_NOT_TRUSTED");
	});

	it("are guarded like any other", () => {
		const large = deep(12);
		const itsHash = createHash("sha256").update(large).digest("hex");
		expect(refusalOf(large, {}, { trusted: new Set([itsHash]) })).toBe("depth");
	});

	it("are no matter without a list", () => {
		expect(refusalOf("{ me { name  } }")).toBeUndefined();
	});

	it("are read from a list of hashes, or from what graphql-codegen writes, and from nothing else", () => {
		const file = join(mkdtempSync(join(tmpdir(), "trusted-")), "list.json");
		for (const list of [[hash], { [hash]: listed }]) {
			writeFileSync(file, JSON.stringify(list));
			expect(readTrustedDocuments(file)).toEqual(trusted);
		}
		for (const text of ["null", '"x"', "[1]", '["abc"]', "{ not json"]) {
			writeFileSync(file, text);
			expect(() => readTrustedDocuments(file)).toThrow();
		}
	});
});

describe("[17] what is remembered of documents", () => {
	it("is bounded: the least recently used goes first", () => {
		const cache = new DocumentCache<number>(2);
		for (const [index, key] of ["a", "b", "a", "c"].entries())
			if (!cache.get(key)) cache.set(key, index + 1, 1);
		expect([cache.size, cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([2, 1, undefined, 4]);
	});

	it("is bounded by what it takes, not by its number: hundreds of large documents are a few", () => {
		const large = (index: number) => `query Q${index} { me { name(of: [${"1 ".repeat(1_900)}]) } }`;
		const bytes = bytesOf(parse(large(0)));
		const [bounded, boundless] = [new DocumentCache(), new DocumentCache(Number.POSITIVE_INFINITY)];
		for (let index = 0; index < 300; index += 1)
			for (const cache of [bounded, boundless]) cache.set(large(index), index, bytes);
		expect(bounded.size * bytes).toBeLessThanOrEqual(BYTES_OF_CACHED_DOCUMENTS);
		expect(bounded.get(large(299))).toBe(299);
		expect(boundless.size).toBe(300);
	});

	it("counts a document that is set again once, and takes in none that is larger than all", () => {
		const cache = new DocumentCache<number>(10);
		for (const value of [1, 2, 3]) cache.set("a", value, 8);
		expect(cache.get("a")).toBe(3);
		cache.set("b", 4, 11);
		expect([cache.size, cache.get("b")]).toEqual([0, undefined]);
	});

	it("is weighed: what a document takes grows with its tokens and its text", () => {
		const weigh = (query: string) => bytesOf(parse(query));
		expect(weigh(`{ me { name(of: [${"1 ".repeat(1_000)}]) } }`)).toBeGreaterThan(250_000);
		expect(weigh(`{ me { name(of: "${"x".repeat(10_000)}") } }`)).toBeGreaterThan(20_000);
		expect(weigh("{ me { name } }")).toBeLessThan(5_000);
	});

	it("holds no tokens; as graphql-js parses it, it would", () => {
		const query = "{ me { name } }";
		const kept = judge(query).allowed?.document.loc;
		expect({ ...kept }).toEqual({ start: 0, end: query.length, source: expect.anything() });
		expect(parse(query).loc?.startToken.next).toBeDefined();
	});
});
