import { type DocumentNode, type GraphQLError, print } from "graphql";
import { memberClient, memberSocket, overSocket } from "../../apollo/index.ts";
import {
	DraftPresenceDocument,
	type DraftPresenceSubscription,
	DraftUpdatesDocument,
	type DraftUpdatesSubscription,
	OpenDraftDocument,
	PushDraftUpdatesDocument,
	SetDraftPresenceDocument,
} from "../../gql/graphql.ts";
import { toBase64 } from "./base64.ts";
import type { DraftLink } from "./DraftLink.ts";
import { canInflate } from "./inflate.ts";
import { slicesInOrder } from "./slicesInOrder.ts";

const restartAfterMs = 2_000;

/** What is larger travels beside the socket: on a bad line it would hold up the socket's pings until we give it up. */
const mostOverSocket = 8 * 1024;

/** No answer over HTTP by then, in milliseconds: the wire is dead, and the same push is handed in again. */
const httpPatience = 30_000;

/** The way to a draft on the server: everything over the members' socket, except what is large. */
export function socketLink(draftId: string): DraftLink {
	return {
		follow(after, told, ended) {
			const variables = {
				draftId,
				mayDeflate: canInflate(),
				// The socket's client sends these variables again at every reconnection: so they are always the newest.
				get after() {
					return after();
				},
			};
			let stop = () => {};
			const begin = () => {
				const slices = slicesInOrder(told, () => {
					variables.mayDeflate = false;
					stop();
					begin();
				});
				const unsubscribe = lasting<DraftUpdatesSubscription>(
					DraftUpdatesDocument,
					variables,
					({ draftUpdates }) => slices.take(draftUpdates),
					() => ended("not-found"),
				);
				stop = () => {
					slices.stop();
					unsubscribe();
				};
			};
			begin();
			return () => stop();
		},
		followWriters: (told) =>
			lasting<DraftPresenceSubscription>(
				DraftPresenceDocument,
				{ draftId },
				({ draftPresence }) =>
					told(
						draftPresence.writers.map(({ partnerCode = null, cursor = null, clientId, ...writer }) => ({
							...writer,
							partnerCode,
							cursor,
							clientId: clientId >>> 0,
						})),
					),
				() => {},
			),
		open: (heldClientIds) => open(draftId, heldClientIds),
		push: (pushId, updates) => push(draftId, pushId, updates),
		async sayHere(clientId, cursor) {
			const variables = { draftId, clientId: clientId | 0, cursor };
			await memberClient
				.mutate({
					mutation: SetDraftPresenceDocument,
					variables,
					context: overSocket,
					fetchPolicy: "no-cache",
				})
				.catch(() => {});
		},
	};
}

async function open(draftId: string, held: readonly number[]) {
	const { data } = await memberClient.mutate({
		mutation: OpenDraftDocument,
		variables: { draftId, heldClientIds: held.map((id) => id | 0) },
		context: overSocket,
		fetchPolicy: "no-cache",
	});
	if (!data) throw new Error("The opening was not answered.");
	const { clientId = null, heldClientIds, refusal } = data.openDraft;
	return {
		clientId: clientId === null ? null : clientId >>> 0,
		heldClientIds: heldClientIds.map((id) => id >>> 0),
		refusal: refusal?.code ?? null,
	};
}

async function push(draftId: string, pushId: string, updates: readonly Uint8Array[]) {
	const bytes = updates.reduce((sum, update) => sum + update.length, 0);
	const { data } = await memberClient.mutate({
		mutation: PushDraftUpdatesDocument,
		variables: { draftId, pushId, updates: updates.map(toBase64) },
		context: bytes > mostOverSocket ? overHttp() : overSocket,
		fetchPolicy: "no-cache",
	});
	if (!data) throw new Error("The push was not answered.");
	return { refusal: data.pushDraftUpdates.refusal?.code ?? null };
}

const overHttp = () => ({ fetchOptions: { signal: AbortSignal.timeout(httpPatience) } });

/** A subscription that outlives breaks of the connection and faults; only `gone` ends it. */
function lasting<Data>(
	document: DocumentNode,
	variables: Record<string, unknown>,
	told: (data: Data) => void,
	gone: () => void,
): () => void {
	let stop = () => {};
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isStopped = false;
	const restart = () => {
		if (!isStopped) timer = setTimeout(begin, restartAfterMs);
	};
	const begin = () => {
		stop = memberSocket.client.subscribe<Data>(
			{ query: print(document), variables },
			{
				next: ({ data }) => data && told(data),
				error: (fault) => (isGone(fault) ? gone() : restart()),
				complete: restart,
			},
		);
	};
	begin();
	return () => {
		isStopped = true;
		clearTimeout(timer);
		stop();
	};
}

function isGone(fault: unknown): boolean {
	if (!Array.isArray(fault)) return false;
	return (fault as GraphQLError[]).some(({ extensions }) =>
		["NOT_FOUND", "UNAUTHENTICATED", "FORBIDDEN"].includes(String(extensions?.code)),
	);
}
