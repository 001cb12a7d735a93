import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { GraphQLError } from "graphql";

/** The documents that may be executed, by the hex sha256 of their text as it is sent. */
export type TrustedDocuments = ReadonlySet<string>;

const SHA_256 = /^[0-9a-f]{64}$/;

/**
 * [threat 16] Reads a list of trusted documents: JSON, either an array of hashes, or an object whose keys are hashes
 * (graphql-codegen's `persistedDocuments`, hashed with sha256). Throws if the file is anything else: a server that
 * was told to trust some documents must not begin to trust all.
 */
export function readTrustedDocuments(path: string): TrustedDocuments {
	const list: unknown = JSON.parse(readFileSync(path, "utf8"));
	if (typeof list !== "object" || list === null) throw new Error(`${path} is no list of trusted documents.`);
	const hashes: unknown[] = Array.isArray(list) ? list : Object.keys(list);
	if (!hashes.every((hash) => typeof hash === "string" && SHA_256.test(hash)))
		throw new Error(`${path} holds something that is no sha256 in hex.`);
	return new Set(hashes as string[]);
}

/** The error for a document that is not on the list; undefined for one that is. */
export function untrusted(trusted: TrustedDocuments, query: string): GraphQLError | undefined {
	if (trusted.has(createHash("sha256").update(query).digest("hex"))) return undefined;
	return new GraphQLError("This document is not one of those that this server executes.", {
		extensions: { code: "DOCUMENT_NOT_TRUSTED" },
	});
}
