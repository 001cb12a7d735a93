/**
 * Why somebody's wish was not done: the closed list for every mutation. The keys are the names in the GraphQL
 * schema, the values the words in our code; people read the wording from the client's translations.
 */
export const RefusalCode = {
	NOT_FOUND: "not-found",
	NOT_ALLOWED: "not-allowed",
	NOT_SIGNED_IN: "not-signed-in",
	INVALID_INPUT: "invalid-input",
	DEMONSTRATION_IS_OFF: "demonstration-is-off",
	LINK_INVALID_OR_USED: "link-invalid-or-used",
	JOIN_CODE_UNKNOWN: "join-code-unknown",
	CONFIRMATION_WRONG: "confirmation-wrong",
	TOO_MANY_ATTEMPTS: "too-many-attempts",
	ALREADY_CHECKED_IN: "already-checked-in",
	NOT_CHECKED_IN: "not-checked-in",
	ALREADY_ASKED_FOR_THE_FLOOR: "already-asked-for-the-floor",
	NOT_IN_REVIEW: "not-in-review",
	NOT_IN_DRAFT: "not-in-draft",
	ALREADY_TABLED: "already-tabled",
	DRAFT_IS_EMPTY: "draft-is-empty",
	STATE_DOES_NOT_ALLOW: "state-does-not-allow",
	POLL_NOT_OPEN: "poll-not-open",
	POLL_ALREADY_OPENED: "poll-already-opened",
	POLL_CLOSED: "poll-closed",
	ANOTHER_POLL_IS_OPEN: "another-poll-is-open",
	NOBODY_IS_PRESENT: "nobody-is-present",
	NOT_AN_ELECTOR: "not-an-elector",
	ALREADY_VOTED: "already-voted",
	POLL_NOT_CLOSED: "poll-not-closed",
	POLL_STILL_RUNNING: "poll-still-running",
	DRAFT_IS_READ_ONLY: "draft-is-read-only",
	UPDATE_INVALID: "update-invalid",
	UPDATE_TOO_LARGE: "update-too-large",
	UPDATE_OUT_OF_ORDER: "update-out-of-order",
	UPDATE_CONFLICTS: "update-conflicts",
	CLIENT_ID_NOT_YOURS: "client-id-not-yours",
} as const;

/** One of the refusals, as our code writes it. */
export type RefusalCode = (typeof RefusalCode)[keyof typeof RefusalCode];
