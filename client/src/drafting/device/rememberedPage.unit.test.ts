import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { copyName } from "./deviceMemory.ts";
import { rememberedPage, rememberPage } from "./rememberedPage.ts";

const [mine, another] = [copyName("d1", "ana"), copyName("d2", "ana")];

beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

test("what a draft's page showed is there when it is asked for, with that draft's copy only", async () => {
	await rememberPage(mine, { draft: { mayWrite: true } });
	await rememberPage(mine, { draft: { mayWrite: false } });
	expect(await rememberedPage(mine)).toEqual({ draft: { mayWrite: false } });
	expect(await rememberedPage(another)).toBeNull();
});

test("it goes with the copy", async () => {
	await rememberPage(mine, { draft: {} });
	await new Promise((resolve) => {
		indexedDB.deleteDatabase(mine).onsuccess = resolve;
	});
	expect(await rememberedPage(mine)).toBeNull();
});

test("a browser that keeps nothing has nothing, and nobody is disturbed", async () => {
	vi.stubGlobal("indexedDB", undefined);
	await rememberPage(mine, { draft: {} });
	expect(await rememberedPage(mine)).toBeNull();
});
