const longest = 1000;

/** Whether it is the JSON of a caret: an object with `anchor` and `head` and nothing else, of at most 1,000 characters. */
export function isCaretPosition(cursor: string): boolean {
	if (cursor.length > longest) return false;
	try {
		const caret: unknown = JSON.parse(cursor);
		if (typeof caret !== "object" || caret === null) return false;
		return Object.keys(caret).sort().join() === "anchor,head";
	} catch {
		return false;
	}
}
