import type { Poll } from "./Poll.ts";

type Candidate = Pick<Poll, "state" | "agendaItemId">;

/**
 * [V18] The poll that a session's screens show: the open one; else the newest decided one of the current item; else
 * the newest prepared one of the current item or of none. `polls` are newest first; null: there is none.
 */
export function currentPollOf<P extends Candidate>(
	polls: readonly P[],
	currentItemId: string | null,
): P | null {
	const isOfItem = (poll: P) => poll.agendaItemId === currentItemId;
	const isDecided = ({ state }: P) => state === "CLOSED" || state === "PUBLISHED";
	const isWaiting = (poll: P) => poll.state === "PREPARED" && (isOfItem(poll) || poll.agendaItemId === null);
	const open = polls.find(({ state }) => state === "OPEN");
	return open ?? polls.find((poll) => isDecided(poll) && isOfItem(poll)) ?? polls.find(isWaiting) ?? null;
}
