import type { Sodium } from "./Sodium.ts";

/** The parts, one after the other. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let place = 0;
	for (const part of parts) {
		joined.set(part, place);
		place += part.length;
	}
	return joined;
}

/** Whether the two are the same. Not for secrets: it stops at the first difference. */
export function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

/** What `make` gives; null where libsodium throws, as it does on whatever it cannot open, decode or calculate with. */
export function orNull<T>(make: () => T): T | null {
	try {
		return make();
	} catch {
		return null;
	}
}

/** The bytes of this base64 (URL-safe, no padding) if they are `length` many and this is their only spelling; null otherwise. */
export function readBase64(sodium: Sodium, text: unknown, length: number): Uint8Array | null {
	if (typeof text !== "string") return null;
	const bytes = orNull(() => sodium.from_base64(text));
	return bytes && bytes.length === length && sodium.to_base64(bytes) === text ? bytes : null;
}
