/** Bytes as the scalar UpdateBytes writes them. */
export function toBase64(bytes: Uint8Array): string {
	let text = "";
	// In parts: a call takes only so many arguments.
	for (let at = 0; at < bytes.length; at += 8192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(text);
}

/** Bytes from the scalar UpdateBytes. */
export function fromBase64(text: string): Uint8Array {
	return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
