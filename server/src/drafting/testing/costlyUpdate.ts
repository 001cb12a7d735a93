/**
 * An update that is small and takes long (threats, row 51): each of its characters is to stand left of another
 * character of a text, and right of nothing, so that Yjs walks over everything between. `text` is the id under which
 * the text's first character was written; it has `length` characters.
 */
export function costlyUpdate(
	client: number,
	text: { readonly client: number; readonly clock: number },
	length: number,
): Uint8Array {
	const bytes: number[] = [];
	const number = (value: number) => {
		let rest = value;
		for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
		bytes.push(rest);
	};
	for (const value of [1, length - 1, client, 0]) number(value);
	for (let at = 1; at < length; at++) {
		bytes.push(0x40 | 4);
		for (const value of [text.client, text.clock + at, 1]) number(value);
		bytes.push(120);
	}
	number(0);
	return new Uint8Array(bytes);
}
