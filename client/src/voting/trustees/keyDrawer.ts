import type { TrusteeKey } from "./TrusteeKey.ts";

const DATABASE = "crossroads-trustees";
const KEYS = "keys";

/**
 * [T1] Where trustees' key pairs lie in this browser, by person, since a computer may be shared. Unlike the ballot's
 * drawer it must not lose anything in silence: where the browser keeps nothing (private mode, full), both reject, and the
 * screen asks for the file.
 */
export const keyDrawer = {
	read: (personId: string) => inKeys<TrusteeKey | undefined>("readonly", (keys) => keys.get(personId)),
	/** Resolves once the key is on disk, as far as the browser tells. */
	write: (key: TrusteeKey) => inKeys<IDBValidKey>("readwrite", (keys) => keys.put(key)),
};

async function inKeys<T>(mode: IDBTransactionMode, act: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
	const database = await open();
	try {
		const transaction = database.transaction(KEYS, mode, { durability: "strict" });
		const request = act(transaction.objectStore(KEYS));
		await new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
		});
		return request.result;
	} finally {
		database.close();
	}
}

function open(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(DATABASE, 1);
		request.onupgradeneeded = () => request.result.createObjectStore(KEYS, { keyPath: "personId" });
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
