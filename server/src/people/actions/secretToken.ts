import { createHash, randomBytes } from "node:crypto";

/** [P3] A new secret of 32 random bytes, in base64url: 43 characters. */
export function newToken(): string {
	return randomBytes(32).toString("base64url");
}

/** [P3] What we keep of a token. A plain hash suffices: 256 random bits cannot be guessed from it. */
export function hashOfToken(token: string): Buffer {
	return createHash("sha256").update(token).digest();
}
