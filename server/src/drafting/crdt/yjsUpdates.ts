import type { TextUpdates } from "../ports.ts";
import { inspectUpdate } from "./inspectUpdate.ts";
import { readText } from "./readText.ts";
import { TimeIsUp, Workshop } from "./Workshop.ts";
import { importer, writeText } from "./writeText.ts";

/** Milliseconds for work that may be as large as the draft's whole life. */
const long = 60_000;
/** Milliseconds that taking in one push may cost whoever reads the draft. */
const fair = 1_500;

/** The text of drafts, kept in Yjs: this folder is the only place on the server that knows it. */
export function yjsUpdates(workshop = new Workshop()): TextUpdates {
	return {
		inspect: inspectUpdate,
		read: readText,
		write(document) {
			const update = writeText(document);
			const clock = inspectUpdate(update)?.writes.get(importer)?.to ?? 0;
			return { update, clientId: importer, clock };
		},
		compact: (updates) => workshop.do(long, "compact", updates),
		merge: (updates) => workshop.do(long, "merge", updates),
		readAuthored: (updates) => workshop.do(long, "readAuthored", updates),
		rewrite: (updates, document, clientId) => workshop.do(long, "rewrite", updates, document, clientId),
		async isFair(stored, pushed) {
			// What is stored has to be read first: that is not the push's fault.
			const reading = stored.reduce((sum, { length }) => sum + length, 0) / 2_000;
			try {
				await workshop.do(fair + reading, "tryOut", stored, pushed);
				return true;
			} catch (fault) {
				if (fault instanceof TimeIsUp) return false;
				throw fault;
			}
		},
		close: () => workshop.close(),
	};
}
