import type { DocumentNode } from "graphql";
import { BYTES_OF_CACHED_DOCUMENTS } from "./limits.ts";

interface Entry<T> {
	readonly value: T;
	readonly bytes: number;
}

/**
 * [threat 17] The newest values by key that together take no more than `most` bytes; the least recently used ones go
 * first. Their number says nothing: one document may take a hundred times as much as another.
 */
export class DocumentCache<T> {
	readonly #entries = new Map<string, Entry<T>>();
	#bytes = 0;

	constructor(private readonly most = BYTES_OF_CACHED_DOCUMENTS) {}

	get size(): number {
		return this.#entries.size;
	}

	get(key: string): T | undefined {
		const entry = this.#entries.get(key);
		if (entry === undefined) return undefined;
		this.#entries.delete(key);
		this.#entries.set(key, entry);
		return entry.value;
	}

	set(key: string, value: T, bytes: number): void {
		this.#drop(key);
		this.#entries.set(key, { value, bytes });
		this.#bytes += bytes;
		for (const oldest of this.#entries.keys()) {
			if (this.#bytes <= this.most) return;
			this.#drop(oldest);
		}
	}

	#drop(key: string): void {
		this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
		this.#entries.delete(key);
	}
}

const BYTES_OF_AN_ENTRY = 1_000;
const BYTES_OF_A_TOKEN = 250;
const BYTES_OF_A_SIGN = 2;

/** About how much memory a parsed document takes, with its text. */
export function bytesOf(document: DocumentNode): number {
	const signs = document.loc?.source.body.length ?? 0;
	return BYTES_OF_AN_ENTRY + (document.tokenCount ?? 0) * BYTES_OF_A_TOKEN + signs * BYTES_OF_A_SIGN;
}
