import { readBase64 } from "./bytes.ts";
import type { Sodium } from "./Sodium.ts";
import { edwardsOf } from "./sharedPoint.ts";

/** Whether this text is a public key that can be sealed for, and for which faults can be shown [S6]: of a key pair of crypto_box. */
export function isBoxKey(sodium: Sodium, text: unknown): boolean {
	const key = readBase64(sodium, text, 32);
	return key !== null && edwardsOf(sodium, key) !== null;
}
