/** What of a Y.Doc is needed here; shared imports no library. */
interface TransactionTeller {
	on(name: "afterTransaction", hear: (transaction: object) => void): unknown;
}

/**
 * Keeps Yjs from tidying up formats in this document when it takes updates in. Its tidying is writing, done by every
 * replica for itself and judged by what it has heard so far: a replica that has heard less removes what somebody's
 * words on their way would have needed, and then differs from the others. So every replica, browser and server alike,
 * is kept like this. Gives the document. Rests on a field of Yjs 13's transactions; `text.unit.test.ts` of the
 * server's room would notice its absence.
 */
export function keepFormats<Doc extends TransactionTeller>(doc: Doc): Doc {
	doc.on("afterTransaction", (transaction) => {
		(transaction as { _needFormattingCleanup?: boolean })._needFormattingCleanup = false;
	});
	return doc;
}
