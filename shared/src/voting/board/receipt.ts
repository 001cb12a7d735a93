import { codeSigns } from "../codeSigns.ts";

/**
 * [B6] The receipt of a sealed ballot, such as "K7QF2-9MTXA", from the sha-256 of its bytes: voter and server make the
 * same one, and it says of the ballot that it is there, not what it is.
 */
export function receiptOfSealed(hash: Uint8Array): string {
	return codeSigns(hash, 2);
}
