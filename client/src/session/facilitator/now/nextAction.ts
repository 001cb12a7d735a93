import type { PollState } from "@crossroads/shared";
import { type AgendaLine, currentLine, nextLine } from "../../live/agenda.ts";

interface Item extends AgendaLine {
	kind: string;
	title: string;
	recommendation: { id: string; number: number; title: string; state: string } | null;
	version: { id: string; number: number } | null;
}

interface Poll {
	id: string;
	state: PollState;
	agendaItemId: string | null;
	recommendationVersion: { id: string } | null;
	/** Where its ballots lie; null or missing: it is by name. */
	box?: { isOpened: boolean } | null;
}

/** What the next step depends on. `polls`: newest first. */
export interface RunningSession<I extends Item = Item, P extends Poll = Poll> {
	agenda: readonly I[];
	polls: readonly P[];
}

/** Whether the viewer may send this recommendation to review: coordinators may, a facilitator alone may not. */
export type MayAdvance = (recommendationId: string) => boolean;

/** The one thing that the facilitator's primary button does now. */
export type NextAction<I extends Item = Item, P extends Poll = Poll> =
	| { kind: "addFirstItem" }
	| { kind: "start"; item: I }
	| { kind: "goOn"; item: I }
	| { kind: "sendToReview"; item: I }
	| { kind: "table"; item: I }
	| { kind: "preparePoll"; item: I }
	| { kind: "openPoll"; poll: P }
	| { kind: "closePoll"; poll: P }
	/** The trustees of a secret poll are to open its box: there is nothing to press here. */
	| { kind: "awaitBox"; poll: P }
	| { kind: "publishPoll"; poll: P }
	| { kind: "nextItem"; item: I }
	| { kind: "endSession" }
	| { kind: "over" };

/**
 * The next step of a session in the order in which decisions are made: start, table, prepare, open, close, publish,
 * next. Never a step that the viewer may not take: past a draft that others must send to review, it is the next item.
 */
export function nextAction<I extends Item, P extends Poll>(
	session: RunningSession<I, P>,
	mayAdvance: MayAdvance,
): NextAction<I, P> {
	const open = session.polls.find(({ state }) => state === "OPEN");
	if (open) return { kind: "closePoll", poll: open };
	const item = currentLine(session.agenda);
	if (!item) return withoutCurrentItem(session.agenda);
	return (
		pollAction(pollOf(item, session.polls)) ??
		decisionAction(item, session.polls, mayAdvance) ??
		afterItem(session.agenda)
	);
}

/** The item's recommendation where it waits for review, so that nothing can be decided on it yet; else null. */
export function awaitingReview<I extends Item>(item: I | null): I["recommendation"] {
	return item?.kind === "DECISION" && item.recommendation?.state === "DRAFT" ? item.recommendation : null;
}

/** The newest poll of an agenda item that is about the version on the table; null if none was prepared yet. */
export function pollOf<P extends Poll>(item: Item, polls: readonly P[]): P | null {
	const ofItem = polls.filter(({ agendaItemId }) => agendaItemId === item.id);
	const isOnTable = (poll: P) => (poll.recommendationVersion?.id ?? null) === (item.version?.id ?? null);
	return ofItem.find((poll) => isOnTable(poll) || poll.state !== "PUBLISHED") ?? null;
}

function withoutCurrentItem<I extends Item>(agenda: readonly I[]): NextAction<I, never> {
	const item = nextLine(agenda);
	if (item) return { kind: agenda.some(({ startedAt }) => startedAt) ? "goOn" : "start", item };
	return agenda.length === 0 ? { kind: "addFirstItem" } : { kind: "over" };
}

function pollAction<P extends Poll>(poll: P | null): NextAction<never, P> | null {
	if (poll?.state === "PREPARED") return { kind: "openPoll", poll };
	if (poll?.state === "CLOSED")
		return { kind: poll.box && !poll.box.isOpened ? "awaitBox" : "publishPoll", poll };
	return null;
}

function decisionAction<I extends Item, P extends Poll>(
	item: I,
	polls: readonly P[],
	mayAdvance: MayAdvance,
): NextAction<I, P> | null {
	if (item.kind !== "DECISION" || pollOf(item, polls)) return null;
	const { recommendation } = item;
	if (!recommendation || recommendation.state === "TABLED") return { kind: "preparePoll", item };
	if (recommendation.state === "DRAFT")
		return mayAdvance(recommendation.id) ? { kind: "sendToReview", item } : null;
	if (recommendation.state === "REVIEW") return { kind: "table", item };
	return null;
}

function afterItem<I extends Item>(agenda: readonly I[]): NextAction<I, never> {
	const item = nextLine(agenda);
	return item ? { kind: "nextItem", item } : { kind: "endSession" };
}
