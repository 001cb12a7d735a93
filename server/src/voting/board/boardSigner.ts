import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import type { BoardTools } from "../domain/buildBoard.ts";

/** PKCS #8 of an Ed25519 private key without its 32 bytes (RFC 8410 §7). */
const PKCS8_BEFORE_SEED = Buffer.from("302e020100300506032b657004220420", "hex");

/** [B4] Hashes and signs boards with the Ed25519 key of this seed, 32 random bytes that the server keeps. */
export function boardSigner(seed: Uint8Array): BoardTools {
	const pkcs8 = Buffer.concat([PKCS8_BEFORE_SEED, seed]);
	const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
	const { x } = createPublicKey(privateKey).export({ format: "jwk" });
	return {
		digest: (text) => createHash("sha256").update(text).digest("hex"),
		key: x as string,
		sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64url"),
	};
}
