import type { Connection } from "../protocol/Connection.ts";
import type { LiveViewer } from "../streams.ts";

/** All connections of one engine, found by person, and asked in turn for a sign of life. */
export class Connections<V extends LiveViewer> {
	readonly #all = new Set<Connection<V>>();
	readonly #byPerson = new Map<string, Set<Connection<V>>>();

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
		if (personId === null) return true;
		const others = this.ofPerson(personId).filter(({ viewer }) => viewer?.signInId === signInId);
		if (signInId !== null && others.length >= most) return false;
		this.#byPerson.set(personId, (this.#byPerson.get(personId) ?? new Set()).add(connection));
		return true;
	}

	forget(connection: Connection<V>): void {
		this.#all.delete(connection);
		const personId = connection.viewer?.personId ?? null;
		const others = personId === null ? undefined : this.#byPerson.get(personId);
		others?.delete(connection);
		if (personId !== null && others?.size === 0) this.#byPerson.delete(personId);
	}

	ofPerson(personId: string): readonly Connection<V>[] {
		return [...(this.#byPerson.get(personId) ?? [])];
	}

	signedIn(): readonly Connection<V>[] {
		return [...this.#byPerson.values()].flatMap((connections) => [...connections]);
	}
}
