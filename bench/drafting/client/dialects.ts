import { randomUUID } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { connectionInit } from "../../client/handshake.ts";
import { DRAFT_UPDATES, PUSH_DRAFT_UPDATES } from "../../stage/operations.ts";
import { binaryFrame, textFrame } from "./DataSocket.ts";
import type { Dialect, DraftTarget } from "./DraftTarget.ts";

/** What a message says to a reader or a writer. */
export type Heard =
	| { readonly kind: "updates" | "whole"; readonly updates: readonly Uint8Array[] }
	/** The writer's next push, or so many of its updates, were taken in. */
	| { readonly kind: "answer"; readonly count: number }
	| { readonly kind: "say"; readonly frames: readonly Buffer[] }
	| { readonly kind: "clientId"; readonly id: number }
	| { readonly kind: "nothing" };

/** How one server is spoken to: what is sent when, and what the answers mean. */
export interface Speech {
	readonly path: string;
	readonly subprotocol: string | null;
	/** Said when the socket is open. */
	greeting(role: "reader" | "writer"): readonly Buffer[];
	hear(message: Buffer, role: "reader" | "writer"): Heard;
	/** Frames that hand in these updates. */
	push(updates: readonly Uint8Array[]): readonly Buffer[];
	/** Whether the next push waits for the answer to the last, as our editor's does. */
	readonly waits: boolean;
	/** Whether a reader has to wait for the whole text before it is ready. */
	readonly opensWithText: boolean;
	/** Whether it ever answers the writer. */
	readonly answers: boolean;
}

const nothing: Heard = { kind: "nothing" };

/** The speech for a target. */
export function speechOf(target: DraftTarget): Speech {
	const speeches: Record<Dialect, (target: DraftTarget) => Speech> = {
		crossroads,
		hocuspocus,
		"y-websocket": yWebsocket,
		relay: () => relay,
	};
	return speeches[target.dialect](target);
}

interface GraphData {
	readonly draftUpdates?: {
		readonly isSnapshot: boolean;
		readonly updates: readonly string[];
		readonly deflated: string | null;
	};
	readonly pushDraftUpdates?: { readonly refusal: unknown };
	readonly openDraft?: { readonly clientId: number | null };
}

interface GraphMessage {
	readonly id?: string;
	readonly type: string;
	readonly payload?: { readonly errors?: unknown; readonly data?: GraphData };
}

const OPEN_DRAFT =
	"mutation OpenDraft($draftId: ID!) { openDraft(draftId: $draftId) { clientId refusal { code } } }";

/** Each behind its length in four bytes. */
function unframed(whole: Buffer): Uint8Array[] {
	const parts: Uint8Array[] = [];
	for (let at = 0; at < whole.length; ) {
		const end = at + 4 + whole.readUInt32BE(at);
		parts.push(whole.subarray(at + 4, end));
		at = end;
	}
	return parts;
}

function heardIn({ openDraft, pushDraftUpdates, draftUpdates }: GraphData): Heard {
	if (openDraft) return { kind: "clientId", id: (openDraft.clientId ?? 0) >>> 0 };
	if (pushDraftUpdates?.refusal)
		throw new Error(`a push was refused: ${JSON.stringify(pushDraftUpdates.refusal)}`);
	if (pushDraftUpdates) return { kind: "answer", count: 1 };
	if (!draftUpdates) return nothing;
	const { deflated } = draftUpdates;
	const updates = deflated
		? unframed(inflateRawSync(Buffer.from(deflated, "base64")))
		: draftUpdates.updates.map((update) => Buffer.from(update, "base64"));
	return { kind: draftUpdates.isSnapshot ? "whole" : "updates", updates };
}

/** graphql-transport-ws, with our editor's operations. */
function crossroads({ document: draftId }: DraftTarget): Speech {
	let pushed = 0;
	const ask = (id: string, query: string, variables: object) =>
		textFrame(JSON.stringify({ id, type: "subscribe", payload: { query, variables } }));
	return {
		path: "/graphql",
		subprotocol: "graphql-transport-ws",
		waits: true,
		opensWithText: true,
		answers: true,
		greeting: () => [textFrame(connectionInit)],
		hear(message, role) {
			const { type, payload } = JSON.parse(message.toString()) as GraphMessage;
			if (type === "error" || payload?.errors) throw new Error(`crossroads: ${message.toString()}`);
			if (type !== "connection_ack") return heardIn(payload?.data ?? {});
			const first =
				role === "reader"
					? ask("d", DRAFT_UPDATES, { draftId, after: null, mayDeflate: true })
					: ask("o", OPEN_DRAFT, { draftId });
			return { kind: "say", frames: [first] };
		},
		push(updates) {
			const texts = updates.map((update) =>
				Buffer.from(update.buffer, update.byteOffset, update.length).toString("base64"),
			);
			pushed += 1;
			return [ask(`e${pushed}`, PUSH_DRAFT_UPDATES, { draftId, pushId: randomUUID(), updates: texts })];
		},
	};
}

const SYNC = 0;
const STEP = { one: 0, two: 1, update: 2 } as const;

/** y-protocols' sync messages, each behind whatever `begin` writes and `skip` reads. */
function synced(
	begin: (encoder: encoding.Encoder) => void,
	skip: (decoder: decoding.Decoder) => void,
): Pick<Speech, "push" | "hear" | "waits" | "opensWithText" | "answers"> & { stepOne(): Buffer } {
	const frameOf = (step: number, bytes: Uint8Array) => {
		const encoder = encoding.createEncoder();
		begin(encoder);
		encoding.writeVarUint(encoder, SYNC);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, bytes);
		return binaryFrame(encoding.toUint8Array(encoder));
	};
	return {
		waits: false,
		opensWithText: true,
		answers: false,
		/** The state vector of somebody who has nothing. */
		stepOne: () => frameOf(STEP.one, new Uint8Array([0])),
		push: (updates) => updates.map((update) => frameOf(STEP.update, update)),
		hear(message) {
			const decoder = decoding.createDecoder(message);
			skip(decoder);
			if (decoding.readVarUint(decoder) !== SYNC) return nothing;
			const step = decoding.readVarUint(decoder);
			if (step === STEP.one) return nothing;
			const updates = [decoding.readVarUint8Array(decoder)];
			return { kind: step === STEP.two ? "whole" : "updates", updates };
		},
	};
}

function yWebsocket({ document }: DraftTarget): Speech {
	const { stepOne, ...speech } = synced(
		() => {},
		() => {},
	);
	return { ...speech, path: `/${document}`, subprotocol: null, greeting: () => [stepOne()] };
}

const AUTH = 2;
const TOKEN = 0;
const SYNC_STATUS = 8;

function hocuspocus({ document }: DraftTarget): Speech {
	const { stepOne, hear, ...speech } = synced(
		(encoder) => encoding.writeVarString(encoder, document),
		(decoder) => decoding.readVarString(decoder),
	);
	const token = () => {
		const encoder = encoding.createEncoder();
		encoding.writeVarString(encoder, document);
		encoding.writeVarUint(encoder, AUTH);
		encoding.writeVarUint(encoder, TOKEN);
		encoding.writeVarString(encoder, "");
		return binaryFrame(encoding.toUint8Array(encoder));
	};
	return {
		...speech,
		path: "/",
		subprotocol: null,
		answers: true,
		greeting: () => [token(), stepOne()],
		hear(message, role) {
			const decoder = decoding.createDecoder(message);
			decoding.readVarString(decoder);
			if (decoding.readVarUint(decoder) === SYNC_STATUS) return { kind: "answer", count: 1 };
			return hear(message, role);
		},
	};
}

/** A bare relay: every message is an update, and goes to everybody else. */
const relay: Speech = {
	path: "/",
	subprotocol: null,
	waits: false,
	opensWithText: false,
	answers: false,
	greeting: () => [],
	hear: (message) => ({ kind: "updates", updates: [message] }),
	push: (updates) => updates.map(binaryFrame),
};
