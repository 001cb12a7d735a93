/** The updates of the text, in the order in which they came. */
export const updatesStore = "updates";

/** Everything else that is kept of a draft, by name. */
export const factsStore = "custom";

/**
 * Opens a device's copy of a draft, and makes it where there is none. Rejects where the browser keeps nothing. Gives way
 * when the copy is removed elsewhere.
 */
export function openDraftDatabase(copy: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(copy, 1);
		opening.onupgradeneeded = () => {
			opening.result.createObjectStore(updatesStore, { autoIncrement: true });
			opening.result.createObjectStore(factsStore);
		};
		opening.onsuccess = () => {
			opening.result.onversionchange = () => opening.result.close();
			resolve(opening.result);
		};
		opening.onerror = () => reject(opening.error);
	});
}

/** Resolves when the transaction is on the device; rejects when nothing of it is. */
export function completed(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error("The device has put it off."));
	});
}

/** The answer to a request; to be awaited within its transaction. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
