import { expect, test, vi } from "vitest";
import { copyName, type DeviceMemory, forgetDrafts, marksOf } from "./deviceMemory.ts";

function device(names: string[], unsent: string[]) {
	const deleteDatabase = vi.fn();
	const memory = {
		databases: { databases: async () => names.map((name) => ({ name, version: 1 })), deleteDatabase },
		marks: () => unsent,
	} as unknown as DeviceMemory;
	return { memory, deleted: () => deleteDatabase.mock.calls.map(([name]) => name) };
}

test("copies of drafts go when somebody signs out, and nothing else", async () => {
	const { memory, deleted } = device([copyName("d1", "ana"), copyName("d2", "ben"), "another-database"], []);
	await forgetDrafts(memory);
	expect(deleted()).toEqual([copyName("d1", "ana"), copyName("d2", "ben")]);
});

test("a copy with words that the server does not have stays with its person", async () => {
	const { memory, deleted } = device(
		[copyName("d1", "ana"), copyName("d1", "ben")],
		[`${marksOf(copyName("d1", "ana"))}tab-2`],
	);
	await forgetDrafts(memory);
	expect(deleted()).toEqual([copyName("d1", "ben")]);
});

test("where it cannot be known whether all was sent, nothing goes", async () => {
	const { memory, deleted } = device([copyName("d1", "ana")], []);
	memory.marks = () => {
		throw new Error("forbidden");
	};
	await forgetDrafts(memory);
	expect(deleted()).toEqual([]);
});

test("a browser without a memory has nothing to forget", async () => {
	await expect(forgetDrafts({ marks: () => [] })).resolves.toBeUndefined();
});
