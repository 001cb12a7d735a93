import type { Target } from "../client/Target.ts";
import { CAST_BALLOT, DRAFT_UPDATES, POLL_NEWS, PUSH_DRAFT_UPDATES } from "../stage/operations.ts";
import type { OpenedDraft, Stage } from "../stage/startStage.ts";

/** The servers side by side. */
export type ServerKind = "crossroads" | "bare ws" | "stock Apollo";

/** Delegates of the stage who vote and write, and watch nothing: sockets of their own cause the events. */
export const TRIGGERING = 4;

function subscribe(id: string, query: string, variables: Record<string, unknown>): string {
	return JSON.stringify({ id, type: "subscribe", payload: { query, variables } });
}

const castBallot = (pollId: string) =>
	subscribe("$ID", CAST_BALLOT, {
		pollId,
		answer: { marks: [{ option: "$OPTION", value: 1 }] },
		idempotencyKey: "$UUID",
	});

function members({ server, delegates }: Stage) {
	return {
		port: Number(new URL(server.address).port),
		path: "/graphql",
		triggerPath: "/graphql",
		subprotocol: "graphql-transport-ws",
		cookies: delegates.slice(TRIGGERING).map(({ cookie }) => cookie),
		triggerCookies: delegates.slice(0, TRIGGERING).map(({ cookie }) => cookie),
	};
}

/** The poll's tally on our server: an event is a real ballot, committed. */
export function ourTally(stage: Stage): Target {
	return {
		...members(stage),
		subscriptions: [subscribe("1", POLL_NEWS, { id: stage.pollId })],
		greetings: 1,
		triggers: [castBallot(stage.pollId)],
	};
}

/** Several drafts' logs on our server, all watched by everybody: an event is a real piece of writing, committed. */
export function ourDrafts(stage: Stage, drafts: readonly OpenedDraft[], updateBytes: number): Target {
	return {
		...writing(stage, drafts, updateBytes),
		subscriptions: drafts.map(({ draftId }, place) =>
			subscribe(`d${place}`, DRAFT_UPDATES, { draftId, after: null }),
		),
	};
}

/** One draft, watched by readers who come back with their cursor. */
export function ourDraftReaders(stage: Stage, draft: OpenedDraft): Target {
	const { draftId } = draft;
	return {
		...writing(stage, [draft], 100),
		subscriptions: [subscribe("d", DRAFT_UPDATES, { draftId, after: "$AFTER" })],
	};
}

/** The first delegate alone writes: a client id belongs to one sign-in. */
function writing(stage: Stage, drafts: readonly OpenedDraft[], bytes: number) {
	const { triggerCookies, ...place } = members(stage);
	return {
		...place,
		triggerCookies: triggerCookies.slice(0, 1),
		greetings: drafts.length,
		triggers: drafts.map(({ draftId }) =>
			subscribe("$ID", PUSH_DRAFT_UPDATES, { draftId, pushId: "$UUID", updates: ["$UPDATE"] }),
		),
		pens: drafts.map(({ clientId }) => ({ clientId, bytes })),
	};
}

/** The bare broadcast: an event is one of its payloads, sent to all. */
export function bareTarget(port: number, payloads: readonly string[]): Target {
	return {
		port,
		path: "/",
		triggerPath: "/trigger",
		subprotocol: null,
		cookies: [],
		triggerCookies: [],
		subscriptions: [],
		greetings: 0,
		triggers: payloads,
	};
}

/** Stock Apollo: the same subscription and the same mutation as ours. */
export function apolloTarget(port: number, pollId: string): Target {
	return {
		port,
		path: "/graphql",
		triggerPath: "/graphql",
		subprotocol: "graphql-transport-ws",
		cookies: [],
		triggerCookies: [],
		subscriptions: [subscribe("1", POLL_NEWS, { id: pollId })],
		greetings: 0,
		triggers: [castBallot(pollId)],
	};
}
