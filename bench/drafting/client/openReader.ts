import { DataSocket } from "./DataSocket.ts";
import type { DraftTarget } from "./DraftTarget.ts";
import { speechOf } from "./dialects.ts";

/** Somebody who has opened a document. */
export interface OpenReader {
	readonly socket: DataSocket;
	/** The document as it was given on opening. */
	readonly whole: readonly Uint8Array[];
	/** Told of every message after that; the updates in it only while the reader collects. */
	onUpdates: (updates: readonly Uint8Array[] | null) => void;
	onLost: (reason: string) => void;
}

/** Opens a document, and resolves when the whole text is there. */
export function openReader(target: DraftTarget, cookie: string | null): Promise<OpenReader> {
	const speech = speechOf(target);
	return new Promise((resolve, reject) => {
		let isReady = false;
		const ready = (whole: readonly Uint8Array[]) => {
			isReady = true;
			Object.assign(reader, { whole });
			resolve(reader);
		};
		const socket = new DataSocket(
			{ port: target.port, path: speech.path, subprotocol: speech.subprotocol, cookie },
			{
				opened() {
					const greeting = speech.greeting("reader");
					if (greeting.length > 0) socket.send(greeting);
					if (!speech.opensWithText) ready([]);
				},
				message(payload) {
					if (payload === null) return reader.onUpdates(null);
					const heard = speech.hear(payload, "reader");
					if (heard.kind === "say") socket.send(heard.frames);
					else if (heard.kind === "whole" && !isReady) ready(heard.updates);
					else if (heard.kind === "updates") reader.onUpdates(heard.updates);
				},
				lost: (reason) => (isReady ? reader.onLost(reason) : reject(new Error(`not opened: ${reason}`))),
			},
		);
		const reader: OpenReader = { socket, whole: [], onUpdates: () => {}, onLost: () => {} };
	});
}
