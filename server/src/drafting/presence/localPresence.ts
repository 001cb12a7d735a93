import { presenceLasts } from "@crossroads/shared";
import { WriterBoard } from "../domain/WriterBoard.ts";
import type { Presence } from "../ports.ts";

/** Presence of a single instance: in its memory. */
export function localPresence(clock: () => Date): Presence {
	const board = new WriterBoard(presenceLasts);
	const now = () => clock().getTime();
	return {
		find: (draftId, clientId) => board.find(draftId, clientId, now()),
		note: async (draftId, writer) => board.note(draftId, writer, now()).isNews,
		writersOf: async (draftId) => board.writersOf(draftId, now()),
		sweep: () => board.sweep(now()),
		close: async () => {},
	};
}
