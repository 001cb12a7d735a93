const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** [P5] How long a link from an e-mail works. */
export const LINK_LIFETIME_MS = 15 * MINUTE_MS;

/** [P8] How long a browser stays signed in after it was last seen. */
export const SIGN_IN_LIFETIME_MS = 30 * DAY_MS;

/**
 * [P8] How long a browser keeps the cookie: as long as browsers allow. The database decides how long it is worth
 * something, so that the cookie need not be set again each time.
 */
export const COOKIE_LIFETIME_MS = 400 * DAY_MS;

/** How long sign-ins that have ended, and links, are kept for questions about misuse. */
export const KEPT_FOR_QUESTIONS_MS = 30 * DAY_MS;

/** [P8] A browser's last sight is written at most this often. */
export const SEEN_STEP_MS = 10 * MINUTE_MS;

/** [P6] Links that one person is sent within `LINK_BUDGET_MS`; further wishes are silently not granted. */
export const LINK_BUDGET = 3;

/** [P6] The time over which the links are counted. */
export const LINK_BUDGET_MS = 15 * MINUTE_MS;

/** The moment `ms` after (or, negative, before) another. */
export function after(moment: Date, ms: number): Date {
	return new Date(moment.getTime() + ms);
}

/**
 * The address as we look it up: trimmed, in lower case. Null where it cannot be an e-mail address; only the
 * mail server knows whether it is one.
 */
export function normalizeEmail(text: string): string | null {
	const email = text.trim().toLowerCase();
	if (email.length > 320 || hasControlCharacter(email)) return null;
	const at = email.lastIndexOf("@");
	const isShaped = at > 0 && at < email.length - 1 && !email.includes(" ");
	return isShaped ? email : null;
}

/** Line breaks would become headers of the mail; NUL would be a fault of the database. */
function hasControlCharacter(text: string): boolean {
	return [...text].some((character) => character < " " || character === "\u007f");
}

/** Whether the text has the shape of a token of ours: 32 bytes in base64url. */
export function isTokenShaped(text: string): boolean {
	return /^[A-Za-z0-9_-]{43}$/.test(text);
}
