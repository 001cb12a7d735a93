import { TextTooCostly } from "../domain/TextTooCostly.ts";
import type { TextUpdates } from "../ports.ts";
import { inspectUpdate } from "./inspectUpdate.ts";
import { Workshop } from "./Workshop.ts";
import { importer, writeText } from "./writeText.ts";

/** How many milliseconds work on a whole text may take. */
export interface TextTimes {
	/** For somebody who waits. A text of 260,000 edits takes a quarter of a second. */
	readonly reading: number;
	/** The same of a text as it was: with all that was deleted since. */
	readonly past: number;
	/** In the background. */
	readonly tidying: number;
	/** What taking in one push may cost whoever reads the draft. */
	readonly push: number;
}

type Four = [Workshop, Workshop, Workshop, Workshop];

const usualTimes: TextTimes = { reading: 5_000, past: 20_000, tidying: 20_000, push: 1_500 };

/**
 * The text of drafts, kept in Yjs: this folder is the only place on the server that knows it. Reading the
 * present and the past, trying out and tidying up have a thread each, so that none of them waits for what somebody makes long of another.
 */
export function yjsUpdates(times: TextTimes = usualTimes): TextUpdates {
	const [reading, past, trying, tidying] = Array.from({ length: 4 }, () => new Workshop()) as Four;
	return {
		inspect: inspectUpdate,
		write(document) {
			const update = writeText(document);
			const clock = inspectUpdate(update)?.writes.get(importer)?.to ?? 0;
			return { update, clientId: importer, clock };
		},
		read: (updates) => reading.do(times.reading, "read", updates),
		readAuthored: (updates, authors) => past.do(times.past, "readAuthored", updates, authors),
		rewrite: (updates, document, clientId) =>
			reading.do(times.reading, "rewrite", updates, document, clientId),
		compact: (updates) => tidying.do(times.tidying, "compact", updates),
		merge: (updates) => tidying.do(times.tidying, "merge", updates),
		async isFair(stored, pushed) {
			// What is stored has to be read first: that is not the push's fault.
			const before = stored.reduce((sum, { length }) => sum + length, 0) / 2_000;
			try {
				await trying.do(times.push + before, "tryOut", stored, pushed);
				return true;
			} catch (fault) {
				if (fault instanceof TextTooCostly) return false;
				throw fault;
			}
		},
		async close() {
			await Promise.all([reading, past, trying, tidying].map((workshop) => workshop.close()));
		},
	};
}
