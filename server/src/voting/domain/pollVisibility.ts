import type { Poll } from "./Poll.ts";

/** [V13] The result is for the session's runners once the poll is closed, and for everybody once published. */
export function mayReadResult(poll: Pick<Poll, "state">, isRunner: boolean): boolean {
	return poll.state === "PUBLISHED" || (poll.state === "CLOSED" && isRunner);
}

/** [V14] Who voted what is shown for named polls only, and only once published. */
export function mayReadBallots(poll: Pick<Poll, "state" | "secrecy">): boolean {
	return poll.secrecy === "NAMED" && poll.state === "PUBLISHED";
}

/** [V15] A named poll counts live. Of a secret one only the turnout is shown until it is published. */
export function mayReadCounts(poll: Pick<Poll, "state" | "secrecy">): boolean {
	return poll.secrecy === "NAMED" || poll.state === "PUBLISHED";
}

/** [V34] Where a poll's board is downloaded, as a path of the site; null: there is none. */
export function boardAddressOf({ id, state }: Pick<Poll, "id" | "state">): string | null {
	return state === "PUBLISHED" ? `/polls/${id}/board.json` : null;
}
