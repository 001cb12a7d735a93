import { describe, expect, test } from "vitest";
import { authoredDocument } from "./authoredDocument.ts";
import { enforceShape } from "./documentShape.ts";

const text = (words: string, author?: unknown, ...marks: object[]) => ({
	type: "text",
	text: words,
	...(author !== undefined && { author }),
	...(marks.length && { marks }),
});
const paragraph = (...content: object[]) => ({ type: "paragraph", content });

describe("who wrote which characters", () => {
	const json = {
		type: "doc",
		content: [
			paragraph(text("Ci", "1"), text("ti", "2"), text("es", "1", { type: "bold" })),
			{ type: "script", content: [text("alert(1)", "3")] },
			{ type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("ask\u202e", "1"))] }] },
			paragraph(text("now", 7), text("!")),
		],
	};

	test("runs cover exactly the characters that stay, and the document is the one that leaves the draft", () => {
		const { document, runs } = authoredDocument(json);
		expect(document).toEqual(enforceShape(json).document);
		expect(JSON.stringify(document)).not.toContain("author");
		expect(runs).toEqual([
			{ author: "1", length: 2 },
			{ author: "2", length: 2 },
			{ author: "1", length: 5 },
			{ author: null, length: 4 },
		]);
	});

	test("several ids of one person become one run", () => {
		const { runs } = authoredDocument(json, (author) => (author === "3" ? null : "ana"));
		expect(runs).toEqual([
			{ author: "ana", length: 9 },
			{ author: null, length: 4 },
		]);
	});

	test("twin: the shape alone would forget the authors", () => {
		expect(JSON.stringify(enforceShape(json).document)).not.toContain("author");
		expect(JSON.stringify(enforceShape(json, { keepsAuthors: true }).document)).toContain("author");
	});
});
