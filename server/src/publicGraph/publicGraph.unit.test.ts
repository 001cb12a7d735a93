import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Page, pageOf } from "./domain/connection.ts";
import { globalId, nodeKinds, parseGlobalId } from "./domain/globalId.ts";

const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `r${n}` }));

function page(count: number, wish: Parameters<typeof pageOf>[2]): Page<{ id: string }> {
	const given = pageOf("list", rows(count), wish);
	if ("refusal" in given) throw new Error(given.refusal);
	return given;
}

const idsOf = ({ edges }: Page<{ id: string }>) => edges.map(({ node }) => node.id);

describe("a page [G3]", () => {
	const cursor = (n: number) => page(9, { first: 9 }).edges[n]?.cursor as string;

	test.each([
		[{ first: 2 }, ["r0", "r1"], true, false],
		[{ last: 2 }, ["r3", "r4"], false, true],
		[{ first: 2, after: 1 }, ["r2", "r3"], true, true],
		[{ last: 2, before: 3 }, ["r1", "r2"], true, true],
		[{ first: 9, after: 1, before: 4 }, ["r2", "r3"], true, true],
		[{ last: 1, after: 1, before: 4 }, ["r3"], true, true],
		[{ first: 0 }, [], true, false],
		[{ first: 5 }, ["r0", "r1", "r2", "r3", "r4"], false, false],
		[{ first: 5, after: 4 }, [], false, true],
		[{ first: 5, after: 3, before: 1 }, [], true, true],
	])(
		"%o",
		({ after, before, ...size }: Record<string, number | undefined>, ids, hasNextPage, hasPreviousPage) => {
			const at = (n: number | undefined) => (n === undefined ? null : cursor(n));
			const given = page(5, { ...size, after: at(after), before: at(before) });
			expect(idsOf(given)).toEqual(ids);
			expect(given.pageInfo).toMatchObject({ hasNextPage, hasPreviousPage });
			expect(given.totalCount).toBe(5);
		},
	);

	test("pages put together are the list, whatever their size", () => {
		fc.assert(
			fc.property(fc.nat(40), fc.integer({ min: 1, max: 100 }), (count, first) => {
				const met: string[] = [];
				let after: string | null = null;
				do {
					const given: Page<{ id: string }> = page(count, { first, after });
					met.push(...idsOf(given));
					after = given.pageInfo.hasNextPage ? given.pageInfo.endCursor : null;
				} while (after);
				expect(met).toEqual(rows(count).map(({ id }) => id));
			}),
		);
	});

	test("no text is a cursor but those of the list itself", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(pageOf("list", rows(5), { first: 1, after: text })).toHaveProperty("refusal");
			}),
		);
		expect(pageOf("other", rows(9), { first: 1, after: cursor(1) })).toHaveProperty("refusal");
		expect(pageOf("list", rows(1), { first: 1, after: cursor(1) })).toHaveProperty("refusal");
	});
});

describe("a global id [G2]", () => {
	test("is read as it was written", () => {
		fc.assert(
			fc.property(fc.constantFrom(...nodeKinds), fc.uuid(), (kind, key) => {
				expect(parseGlobalId(globalId(kind, key))).toEqual({ kind, key });
			}),
		);
	});

	test("is no other text", () => {
		fc.assert(fc.property(fc.string(), (text) => parseGlobalId(text) === null));
		const id = globalId("Network", "6f1c2f6e-3f0e-4f5e-8a43-3c5d5f0b0a11");
		for (const other of [`${id}=`, ` ${id}`, `${id}\n`, id.toUpperCase(), id.slice(0, -1)]) {
			expect(parseGlobalId(other)).toBeNull();
		}
	});
});
