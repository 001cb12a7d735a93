/** Several byte strings as one: each behind its length in four bytes. See `unframed`. */
export function framed(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + 4 + length, 0));
	const view = new DataView(whole.buffer);
	let at = 0;
	for (const part of parts) {
		view.setUint32(at, part.length);
		whole.set(part, at + 4);
		at += 4 + part.length;
	}
	return whole;
}

/** What `framed` was given. Throws on anything else. */
export function unframed(whole: Uint8Array): Uint8Array[] {
	const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
	const parts: Uint8Array[] = [];
	for (let at = 0; at < whole.length; ) {
		const length = view.getUint32(at);
		if (at + 4 + length > whole.length) throw new RangeError("A frame is longer than what holds it.");
		parts.push(whole.subarray(at + 4, at + 4 + length));
		at += 4 + length;
	}
	return parts;
}
