import { answered, completed, factsStore, openDraftDatabase } from "./draftDatabase.ts";

const key = "page";

/** Keeps, with the device's copy of a draft, what its page shows besides the text. Never rejects. */
export async function rememberPage(copy: string, page: unknown): Promise<void> {
	await inFacts(copy, "readwrite", async (facts) => void facts.put(page, key)).catch(() => {});
}

/** What was kept of it; null: nothing. Never rejects. */
export async function rememberedPage(copy: string): Promise<unknown> {
	const page = await inFacts(copy, "readonly", (facts) => answered<unknown>(facts.get(key))).catch(
		() => null,
	);
	return page ?? null;
}

async function inFacts<T>(
	copy: string,
	mode: IDBTransactionMode,
	work: (facts: IDBObjectStore) => Promise<T>,
): Promise<T> {
	const database = await openDraftDatabase(copy);
	try {
		const transaction = database.transaction(factsStore, mode);
		const [done] = await Promise.all([work(transaction.objectStore(factsStore)), completed(transaction)]);
		return done;
	} finally {
		database.close();
	}
}
