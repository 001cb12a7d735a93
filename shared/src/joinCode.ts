/**
 * The letters and digits of a join code: none that is mistaken for another when it is read from a screen twenty
 * metres away or said aloud (no 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V).
 */
export const JOIN_CODE_ALPHABET = "3479ACDEFHJKMNPQRTWXY";

/** How many characters a join code has: 21^8, some 38 thousand million codes. */
export const JOIN_CODE_LENGTH = 8;

/** The code as the server keeps it: upper case, without the spaces and hyphens that people put in for reading. */
export function normalizeJoinCode(typed: string): string {
	return typed.toUpperCase().replace(/[\s-]/g, "");
}

/** Whether a normalized text can be a join code at all, so that a slip is told before anything is sent. */
export function isJoinCode(text: string): boolean {
	return text.length === JOIN_CODE_LENGTH && [...text].every((letter) => JOIN_CODE_ALPHABET.includes(letter));
}

/** Whether a text is the four digits of a badge or of an e-mail. */
export function isFourDigits(text: string): boolean {
	return /^[0-9]{4}$/.test(text);
}
