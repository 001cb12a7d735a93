import type { DraftDocument } from "@crossroads/shared";
import { expect, test } from "vitest";
import { inkedDocument } from "./inkedDocument.ts";

const paragraph = (...texts: string[]) => ({
	type: "paragraph" as const,
	content: texts.map((text) => ({ type: "text" as const, text })),
});

const partsOf = (document: DraftDocument, runs: { length: number; author: number }[]) =>
	JSON.stringify(inkedDocument(document, runs))
		.match(/"text":"[^"]*"|"author":(\d|null)/g)
		?.join(" ");

test("a run may end within a word and go on in the next paragraph", () => {
	const document: DraftDocument = { type: "doc", content: [paragraph("together"), paragraph("alone")] };
	expect(
		partsOf(document, [
			{ length: 2, author: 0 },
			{ length: 9, author: 1 },
			{ length: 2, author: 0 },
		]),
	).toBe('"text":"to" "author":0 "text":"gether" "author":1 "text":"alo" "author":1 "text":"ne" "author":0');
});

test("what no run covers is nobody's, and nothing of the text is lost", () => {
	const document: DraftDocument = { type: "doc", content: [paragraph("abc"), paragraph("def")] };
	expect(partsOf(document, [{ length: 1, author: 0 }])).toBe(
		'"text":"a" "author":0 "text":"bc" "author":null "text":"def" "author":null',
	);
});

test("structure stays: levels, numbers, marks and breaks", () => {
	const document: DraftDocument = {
		type: "doc",
		content: [
			{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "h" }] },
			{
				type: "orderedList",
				attrs: { start: 3 },
				content: [{ type: "listItem", content: [paragraph("i")] }],
			},
			{
				type: "paragraph",
				content: [{ type: "hardBreak" }, { type: "text", text: "b", marks: [{ type: "bold" }] }],
			},
		],
	};
	expect(inkedDocument(document, [{ length: 3, author: 0 }])).toMatchObject([
		{ type: "heading", level: 2 },
		{ type: "orderedList", start: 3, content: [{ type: "listItem" }] },
		{ content: [{ type: "hardBreak" }, { text: "b", marks: [{ type: "bold" }], author: 0 }] },
	]);
});
