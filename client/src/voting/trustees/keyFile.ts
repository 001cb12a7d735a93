import { canonicalJson, type Sodium } from "@crossroads/shared";
import type { TrusteeKey } from "./TrusteeKey.ts";

const FORMAT = "crossroads-trustee-key-1";

/** [T1] The text of the file in which a trustee keeps the key pair, for another device or a lost browser. */
export function writeKeyFile(sodium: Sodium, { personId, publicKey, privateKey }: TrusteeKey): string {
	const keys = { publicKey: sodium.to_base64(publicKey), privateKey: sodium.to_base64(privateKey) };
	return `${canonicalJson({ format: FORMAT, personId, ...keys })}\n`;
}

/** The key pair in such a file. Null: it is no such file, or its halves do not belong together. */
export function readKeyFile(sodium: Sodium, text: string): TrusteeKey | null {
	try {
		const file = JSON.parse(text);
		const publicKey = sodium.from_base64(file.publicKey);
		const privateKey = sodium.from_base64(file.privateKey);
		const own = sodium.to_base64(sodium.crypto_scalarmult_base(privateKey));
		const isKey = file.format === FORMAT && typeof file.personId === "string" && own === file.publicKey;
		return isKey ? { personId: file.personId, publicKey, privateKey } : null;
	} catch {
		return null;
	}
}
