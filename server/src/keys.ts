import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";

/** The server's secrets, 32 bytes each. Whoever serves from the same database must have the same. */
export interface ServerKeys {
	/** Locks what the server itself holds of secret ballots. */
	readonly ballot: Uint8Array;
	/** The seed of the Ed25519 key that signs the boards of polls. */
	readonly board: Uint8Array;
}

const KEY_BYTES = 32;

/**
 * The keys as the environment gives them; else those of the data folder, where each is made once, in a file that only
 * the server's user reads. Throws where such a file is not a key: what it locked would be lost with another one.
 */
export function readKeys({ givenKeys, dataFolder }: Pick<Config, "givenKeys" | "dataFolder">): ServerKeys {
	return {
		ballot: givenKeys.ballot ?? keptKey(dataFolder, "ballot.key"),
		board: givenKeys.board ?? keptKey(dataFolder, "board.key"),
	};
}

function keptKey(folder: string, name: string): Uint8Array {
	const file = join(folder, name);
	const found = readIfThere(file) ?? makeKey(folder, file);
	const key = Buffer.from(found.trim(), "base64url");
	if (key.length !== KEY_BYTES) throw new Error(`${file} is not a key of ${KEY_BYTES} bytes.`);
	return key;
}

/** Two servers that start at once in one folder end with one key: the file appears whole, or is there already. */
function makeKey(folder: string, file: string): string {
	mkdirSync(folder, { recursive: true });
	const unfinished = join(folder, `.${randomUUID()}.key`);
	writeFileSync(unfinished, `${randomBytes(KEY_BYTES).toString("base64url")}\n`, {
		mode: 0o600,
		flush: true,
	});
	try {
		linkSync(unfinished, file);
	} catch (fault) {
		if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
	} finally {
		rmSync(unfinished);
	}
	return readFileSync(file, "utf8");
}

function readIfThere(file: string): string | null {
	try {
		return readFileSync(file, "utf8");
	} catch (fault) {
		if ((fault as NodeJS.ErrnoException).code === "ENOENT") return null;
		throw fault;
	}
}
