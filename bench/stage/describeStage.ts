import {
	CAST_BALLOT,
	DRAFT_UPDATES,
	POLL_NEWS,
	PUBLIC_TALLY,
	PUSH_DRAFT_UPDATES,
	SCREEN_TALLY,
} from "./operations.ts";
import type { Stage } from "./startStage.ts";

/** The smallest Yjs update there is: it changes nothing, and is stored and handed on like any other. */
const EMPTY_UPDATE = "AAA=";

/** Everything that an outside load client needs, as printed by `npm run stage -- --json`. */
export function describeStage(stage: Stage) {
	const { server, sessionId, pollId, publicPollId, draftId, delegates, facilitatorCookie } = stage;
	const socketOf = (path: string) => `${server.address.replace(/^http/, "ws")}${path}`;
	return {
		address: server.address,
		pid: server.pid,
		endpoints: {
			http: `${server.address}/graphql`,
			webSocket: socketOf("/graphql"),
			publicHttp: `${server.address}/public/graphql`,
			publicWebSocket: socketOf("/public/graphql"),
			subprotocol: "graphql-transport-ws",
		},
		sessionId,
		pollId,
		publicPollId,
		draftId,
		/** One for each delegate: all are checked in and electors. At most 20 sockets each. */
		cookies: delegates.map(({ cookie }) => cookie),
		facilitatorCookie,
		operations: {
			poll: { endpoint: "webSocket", query: POLL_NEWS, variables: { id: pollId } },
			screenTally: { endpoint: "webSocket", query: SCREEN_TALLY, variables: { pollId } },
			pollTally: { endpoint: "publicWebSocket", query: PUBLIC_TALLY, variables: { pollId: publicPollId } },
			draftUpdates: { endpoint: "webSocket", query: DRAFT_UPDATES, variables: { draftId, after: null } },
		},
		triggers: {
			tally: {
				how: "Send it with any delegate's cookie, over HTTP or a socket: every time with a fresh uuid as idempotencyKey. Each is one commit and one event of poll, screenTally and pollTally; ballots that come while a commit is under way share the next one.",
				query: CAST_BALLOT,
				variables: {
					pollId,
					answer: { marks: [{ option: "A", value: 1 }] },
					idempotencyKey: "<fresh uuid>",
				},
				options: ["A", "B", "C", "D", "E", "F"],
			},
			draft: {
				how: "Send it with any delegate's cookie, every time with a fresh uuid as pushId. Each is one event of draftUpdates; pushes to one draft that come while a commit is under way are one event together.",
				query: PUSH_DRAFT_UPDATES,
				variables: { draftId, pushId: "<fresh uuid>", updates: [EMPTY_UPDATE] },
			},
		},
		notes: [
			"The poll is a single choice among six options, broken down by ten cities and three groups of stakeholders.",
			"Send SIGINT or SIGTERM to stop the server and remove the database.",
		],
	};
}

/** The same for people. */
export function stageText(stage: Stage): string {
	const { address, pid, pollId, draftId, sessionId, cookies, triggers } = describeStage(stage);
	return [
		`A plenary of ${cookies.length} delegates is in session at ${address} (process ${pid}).`,
		`session ${sessionId}, poll ${pollId}, draft ${draftId}`,
		`cookie of the first delegate: ${cookies[0]}`,
		`A ballot changes the tally. ${triggers.tally.how}`,
		"With --json everything is printed for programs. Ctrl+C ends it and removes the database.",
	].join("\n");
}
