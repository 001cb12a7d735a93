import { expect, test } from "vitest";
import { BoardShelf } from "./BoardShelf.ts";

/** A shelf whose boards are put together when the test says so. */
function aShelf(mostBytes = 1_000) {
	const time = { now: 0 };
	const begun: { pollId: string; end(text: string | null): void; fail(fault: Error): void }[] = [];
	const shelf = new BoardShelf({
		build: (pollId) =>
			new Promise((end, fail) => {
				begun.push({ pollId, end, fail });
			}),
		clock: () => new Date(time.now),
		mostBytes,
	});
	const turn = () => new Promise((resolve) => setImmediate(resolve));
	return { shelf, begun, time, turn };
}

test("a thousand who ask at once wait for one board", async () => {
	const { shelf, begun, turn } = aShelf();
	const asked = Array.from({ length: 1_000 }, () => shelf.file("a"));
	await turn();
	expect(begun).toHaveLength(1);
	begun[0]?.end("text");
	const files = await Promise.all(asked);
	expect(new Set(files).size).toBe(1);
	expect(String(files[0]?.bytes)).toBe("text");
});

test("boards of several polls are put together one after another", async () => {
	const { shelf, begun, turn } = aShelf();
	const asked = [shelf.file("a"), shelf.file("b")];
	await turn();
	expect(begun.map(({ pollId }) => pollId)).toEqual(["a"]);
	begun[0]?.fail(new Error("the database is down"));
	await expect(asked[0]).rejects.toThrow("the database is down");
	await turn();
	expect(begun.map(({ pollId }) => pollId)).toEqual(["a", "b"]);
	begun[1]?.end(null);
	expect(await asked[1]).toBeNull();
});

test("a board is kept for a minute, and then put together anew", async () => {
	const { shelf, begun, time, turn } = aShelf();
	const ask = async (text: string) => {
		const file = shelf.file("a");
		await turn();
		begun.shift()?.end(text);
		return String((await file)?.bytes);
	};
	expect(await ask("first")).toBe("first");
	time.now = 59_999;
	expect(await ask("second")).toBe("first");
	time.now = 60_000;
	expect(await ask("second")).toBe("second");
});

test("what is kept is bounded: the oldest goes first", async () => {
	const { shelf, begun, turn } = aShelf(10);
	const ask = async (pollId: string) => {
		const file = shelf.file(pollId);
		await turn();
		const wasBuilt = begun.length === 1;
		begun.shift()?.end("123456");
		await file;
		return wasBuilt;
	};
	expect([await ask("a"), await ask("a"), await ask("b"), await ask("b"), await ask("a")]).toEqual([
		true,
		false,
		true,
		false,
		true,
	]);
});
