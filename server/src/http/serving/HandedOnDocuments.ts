import { createHash } from "node:crypto";
import type { DocumentNode } from "graphql";
import { bytesOf, DocumentCache } from "../guard/DocumentCache.ts";

/** Of its hex form: the end of Apollo's keys. */
const SHA_256_LENGTH = 64;

/**
 * Apollo's store of documents: it takes them as the guard has parsed and validated them, and keeps none of its own,
 * for what it keeps it weighs too lightly.
 */
export class HandedOnDocuments {
	readonly #documents = new DocumentCache<DocumentNode>();

	/** The guard has allowed this text. */
	hand(query: string, document: DocumentNode): void {
		this.#documents.set(createHash("sha256").update(query).digest("hex"), document, bytesOf(document));
	}

	async get(key: string): Promise<DocumentNode | undefined> {
		return this.#documents.get(key.slice(-SHA_256_LENGTH));
	}

	async set(): Promise<void> {}

	async delete(): Promise<void> {}
}
