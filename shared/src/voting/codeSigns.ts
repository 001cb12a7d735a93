/** Without 0, 1, I, L, O and U: what is read aloud is written down right. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const GROUP = 5;

/**
 * A hash as a short code such as "K7QF2-9MTXA": groups of five signs, 49 bits for two groups, 73 for three. The same
 * everywhere: the hash as a big-endian number, its remainder by 30 to the number of signs, the first sign the highest.
 */
export function codeSigns(hash: Uint8Array, groups: number): string {
	let number = hash.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
	let signs = "";
	for (let place = 0; place < groups * GROUP; place++) {
		if (place > 0 && place % GROUP === 0) signs = `-${signs}`;
		signs = `${CODE_ALPHABET[Number(number % 30n)]}${signs}`;
		number /= 30n;
	}
	return signs;
}
