import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Vault } from "../ports.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * [V42] Locks what the server holds of secret polls with its ballot key: open boxes, and the keys that it holds itself.
 * The same content is locked to other bytes each time, as long as itself and 28 bytes: whoever has the tables, their
 * dead rows, the WAL or a backup sees that something was written, and how long it was.
 */
export class BallotVault implements Vault {
	/** `key`: 32 bytes. */
	constructor(private readonly key: Uint8Array) {}

	lock(purpose: string, content: Uint8Array): Buffer {
		const nonce = randomBytes(NONCE_BYTES);
		const cipher = createCipheriv(CIPHER, this.#keyFor(purpose), nonce);
		return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
	}

	unlock(purpose: string, locked: Uint8Array): Buffer {
		const nonce = locked.subarray(0, NONCE_BYTES);
		const decipher = createDecipheriv(CIPHER, this.#keyFor(purpose), nonce, { authTagLength: TAG_BYTES });
		decipher.setAuthTag(locked.subarray(-TAG_BYTES));
		return Buffer.concat([decipher.update(locked.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
	}

	#keyFor(purpose: string): Uint8Array {
		return new Uint8Array(hkdfSync("sha256", this.key, "", `crossroads-ballots-1 ${purpose}`, 32));
	}
}
