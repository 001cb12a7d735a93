import { expect, test } from "vitest";
import { rowById, rowsBy } from "./batched.ts";

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

test("what is asked for in one turn is one query, each id once", async () => {
	const queries: (readonly string[])[] = [];
	const byId = rowById(async (ids) => {
		queries.push(ids);
		return ids.filter((wanted) => wanted !== id(3)).map((wanted) => ({ id: wanted }));
	});
	const rows = await Promise.all([byId(id(1)), byId(id(2)), byId(id(1)), byId(id(3))]);
	expect(rows.map((row) => row?.id ?? null)).toEqual([id(1), id(2), id(1), null]);
	expect(queries).toEqual([[id(1), id(2), id(3)]]);
});

test("nothing is kept: the next turn asks again", async () => {
	let title = "before";
	const byId = rowById(async (ids) => ids.map((wanted) => ({ id: wanted, title })));
	expect((await byId(id(1)))?.title).toBe("before");
	title = "after";
	expect((await byId(id(1)))?.title).toBe("after");
});

test("rows come in the order of the query, to each its own", async () => {
	const of = rowsBy("owner", async () => [
		{ owner: id(2), title: "b" },
		{ owner: id(1), title: "z" },
		{ owner: id(1), title: "a" },
		{ owner: null, title: "nobody's" },
	]);
	const [first, second, third] = await Promise.all([of(id(1)), of(id(2)), of(id(3))]);
	expect(first?.map(({ title }) => title)).toEqual(["z", "a"]);
	expect(second?.map(({ title }) => title)).toEqual(["b"]);
	expect(third).toEqual([]);
});

test("a text that is no id reaches no query, and spoils none", async () => {
	const byId = rowById(async (ids) => {
		expect(ids).toEqual([id(1)]);
		return ids.map((wanted) => ({ id: wanted }));
	});
	expect(await Promise.all([byId("' or 1=1"), byId(id(1)), byId("")])).toEqual([null, { id: id(1) }, null]);
});

test("a query that fails fails for those who asked in that turn", async () => {
	const byId = rowById(async () => Promise.reject(new Error("no connection")));
	await expect(byId(id(1))).rejects.toThrow("no connection");
});
