import { IDBDatabase as FDBDatabase, IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { DraftCopy } from "./DraftCopy.ts";
import { copyName } from "./deviceMemory.ts";
import { completed, openDraftDatabase, updatesStore } from "./draftDatabase.ts";

const name = copyName("d1", "ana");
const open: DraftCopy[] = [];

beforeEach(() => {
	vi.stubGlobal("indexedDB", new IDBFactory());
	vi.stubGlobal("IDBKeyRange", IDBKeyRange);
});

afterEach(() => {
	for (const copy of open.splice(0)) copy.close();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

function tab() {
	const doc = new Y.Doc();
	const copy = new DraftCopy(name, doc);
	open.push(copy);
	return { doc, copy, text: doc.getText("document") };
}

const kept = (copy: DraftCopy) => vi.waitFor(() => expect(copy.keeping).toBe("kept"));

async function remembered(): Promise<string> {
	const { copy, text } = tab();
	await copy.loaded;
	return text.toString();
}

async function updatesKept(): Promise<number> {
	const database = await openDraftDatabase(name);
	const transaction = database.transaction(updatesStore);
	const counting = transaction.objectStore(updatesStore).count();
	await completed(transaction);
	database.close();
	return counting.result;
}

describe("a device's copy of a draft", () => {
	test("what was called kept is there when the page is opened again, with the ids it was written under", async () => {
		const { copy, doc, text } = tab();
		await copy.loaded;
		text.insert(0, "written offline");
		expect(copy.keeping).toBe("keeping");
		await kept(copy);
		const again = tab();
		await again.copy.loaded;
		expect(again.text.toString()).toBe("written offline");
		expect(again.copy.ids).toEqual([doc.clientID]);
	});

	test("own words are flushed to the disk before they are called kept; what came from others need not be", async () => {
		const transactions = vi.spyOn(IDBFactory.prototype, "open");
		const { copy, doc, text } = tab();
		await copy.loaded;
		const database = transactions.mock.results[0]?.value.result as IDBDatabase;
		const begun = vi.spyOn(database, "transaction");
		const theirs = new Y.Doc();
		theirs.getText("document").insert(0, "theirs");
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), "server");
		expect(copy.keeping).toBe("kept");
		expect(begun.mock.calls.at(-1)?.[2]).toEqual({ durability: "relaxed" });
		text.insert(0, "mine, ");
		await kept(copy);
		expect(begun.mock.calls.at(-1)?.[2]).toEqual({ durability: "strict" });
		expect(await remembered()).toBe("mine, theirs");
	});

	test("what is written while a transaction is under way goes into the next, together", async () => {
		const { copy, text } = tab();
		await copy.loaded;
		const begun = vi.spyOn(FDBDatabase.prototype, "transaction");
		for (const letter of "together") text.insert(text.length, letter);
		await kept(copy);
		expect(begun.mock.calls.length).toBeLessThanOrEqual(2);
		expect(await remembered()).toBe("together");
	});

	test("a page that ends hands over what waits, without waiting", async () => {
		const { copy, text } = tab();
		await copy.loaded;
		for (const letter of "the last words") text.insert(text.length, letter);
		copy.close();
		expect(await remembered()).toBe("the last words");
	});

	test("twin: without handing over, the words behind the first transaction would be gone", async () => {
		vi.spyOn(DraftCopy.prototype, "flush").mockImplementation(() => {});
		const { copy, text } = tab();
		await copy.loaded;
		for (const letter of "the last words") text.insert(text.length, letter);
		copy.close();
		expect(await remembered()).not.toBe("the last words");
	});

	test("many updates become one, and the words of two tabs stay", async () => {
		const [one, two] = [tab(), tab()];
		for (const { copy } of [one, two]) await copy.loaded;
		two.text.insert(0, "from the other tab, ");
		await kept(two.copy);
		for (let at = 0; at < 520; at++) one.text.insert(one.text.length, "x");
		await kept(one.copy);
		await vi.waitFor(async () => expect(await updatesKept()).toBeLessThan(10));
		const text = await remembered();
		expect(text).toContain("from the other tab, ");
		expect(text.replaceAll(/[^x]/g, "")).toHaveLength(520);
	});

	test("a device that is full is said to keep nothing, and asked again", async () => {
		const { copy, text } = tab();
		await copy.loaded;
		const refusing = vi.spyOn(FDBDatabase.prototype, "transaction").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		text.insert(0, "not kept");
		await vi.waitFor(() => expect(copy.keeping).toBe("lost"));
		refusing.mockRestore();
		text.insert(8, ", then kept");
		await kept(copy);
		expect(await remembered()).toBe("not kept, then kept");
	});

	test("a browser without a memory says so", async () => {
		vi.stubGlobal("indexedDB", undefined);
		const { copy } = tab();
		await copy.loaded;
		expect(copy.keeping).toBe("lost");
	});

	test("a copy that is removed elsewhere gives way, and says so", async () => {
		const { copy } = tab();
		await copy.loaded;
		const removed = new Promise((resolve) => {
			indexedDB.deleteDatabase(name).onsuccess = resolve;
		});
		await removed;
		expect(copy.keeping).toBe("lost");
	});
});
