import { randomBytes } from "node:crypto";

/** Without 0, O, 1, I, L and U: what is read aloud is written down right. Thirty-two signs would be five bits each. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 10;

/**
 * A fresh random receipt such as "K7QF2-9MTXA": 10 signs of 30, 49 bits. It says nothing about the ballot's content
 * or its voter; within one poll two are equal with a chance of less than one in a hundred million.
 */
export function newReceipt(): string {
	let signs = "";
	while (signs.length < LENGTH) {
		// Bytes from 240 on would make the first signs likelier than the others.
		for (const byte of randomBytes(LENGTH)) if (byte < 240) signs += ALPHABET[byte % ALPHABET.length];
	}
	return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2, LENGTH)}`;
}
