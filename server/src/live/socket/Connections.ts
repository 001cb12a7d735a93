import type { Connection } from "../protocol/Connection.ts";
import type { LiveViewer } from "../streams.ts";

/** All connections of one engine, found by person and by sign-in, and asked in turn for a sign of life. */
export class Connections<V extends LiveViewer> {
	readonly #all = new Set<Connection<V>>();
	readonly #byPerson = new Map<string, Set<Connection<V>>>();
	readonly #bySignIn = new Map<string, Set<Connection<V>>>();

	get size(): number {
		return this.#all.size;
	}

	[Symbol.iterator](): IterableIterator<Connection<V>> {
		return this.#all.values();
	}

	add(connection: Connection<V>): void {
		this.#all.add(connection);
	}

	/** [L15] Files an acknowledged connection under its viewer; false if its sign-in has `most` sockets already. */
	admit(connection: Connection<V>, most: number): boolean {
		const { personId = null, signInId = null } = connection.viewer ?? {};
		if (signInId !== null && (this.#bySignIn.get(signInId)?.size ?? 0) >= most) return false;
		file(this.#byPerson, personId, connection);
		file(this.#bySignIn, signInId, connection);
		return true;
	}

	forget(connection: Connection<V>): void {
		this.#all.delete(connection);
		unfile(this.#byPerson, connection.viewer?.personId ?? null, connection);
		unfile(this.#bySignIn, connection.viewer?.signInId ?? null, connection);
	}

	ofPerson(personId: string): readonly Connection<V>[] {
		return [...(this.#byPerson.get(personId) ?? [])];
	}

	signedIn(): readonly Connection<V>[] {
		return [...this.#byPerson.values()].flatMap((connections) => [...connections]);
	}
}

function file<T>(index: Map<string, Set<T>>, key: string | null, item: T): void {
	if (key !== null) index.set(key, (index.get(key) ?? new Set<T>()).add(item));
}

function unfile<T>(index: Map<string, Set<T>>, key: string | null, item: T): void {
	const items = key === null ? undefined : index.get(key);
	items?.delete(item);
	if (key !== null && items?.size === 0) index.delete(key);
}
