import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../canonicalJson.ts";
import type { DraftDocument } from "./DraftDocument.ts";
import { documentHtml } from "./documentHtml.ts";
import { documentLimits, enforceShape } from "./documentShape.ts";
import { documentText, isEmptyDocument } from "./documentText.ts";
import { allowedTag, payloads } from "./testing/payloads.ts";

const text = (words: string, ...marks: object[]) => ({
	type: "text",
	text: words,
	...(marks.length && { marks }),
});
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const doc = (...content: object[]) => ({ type: "doc", content });

/** Anything that could come out of a Yjs document, and much that could not: right and wrong types at every place. */
const anyNode = fc.letrec((node) => ({
	node: fc.record(
		{
			type: fc.oneof(
				fc.constantFrom("doc", "paragraph", "heading", "bulletList", "orderedList", "listItem"),
				fc.constantFrom("blockquote", "hardBreak", "text", "script", "__proto__", "constructor"),
				fc.anything(),
			),
			text: fc.oneof(fc.string({ unit: "binary" }), fc.anything()),
			attrs: fc.oneof(
				fc.record({ level: fc.integer({ min: -1, max: 7 }), start: fc.anything(), onclick: fc.string() }),
				fc.anything(),
			),
			marks: fc.oneof(
				fc.array(
					fc.record({
						type: fc.constantFrom("bold", "italic", "link", "textStyle", "code"),
						attrs: fc.record({
							href: fc.oneof(fc.webUrl(), fc.string(), fc.constant("javascript:alert(1)")),
						}),
					}),
				),
				fc.anything(),
			),
			content: fc.oneof({ depthSize: "small" }, fc.anything(), fc.array(node("node"))),
		},
		{ requiredKeys: ["type"] },
	),
})).node;

const anyDocument = fc.oneof(
	fc.record({ type: fc.constant("doc"), content: fc.array(anyNode) }),
	fc.anything(),
);

/** Every key path that a document in shape may have, checked without the code under test. */
function expectInShape(document: DraftDocument): void {
	const allowed: Record<string, string[]> = {
		doc: ["paragraph", "heading", "bulletList", "orderedList", "blockquote"],
		blockquote: ["paragraph", "heading", "bulletList", "orderedList", "blockquote"],
		listItem: ["paragraph", "heading", "bulletList", "orderedList", "blockquote"],
		bulletList: ["listItem"],
		orderedList: ["listItem"],
		paragraph: ["text", "hardBreak"],
		heading: ["text", "hardBreak"],
	};
	interface AnyNode {
		type: string;
		content?: AnyNode[];
		text?: string;
		marks?: { type: string; attrs?: { href: string } }[];
	}
	const visit = (node: AnyNode) => {
		for (const child of node.content ?? []) {
			expect(allowed[node.type]).toContain(child.type);
			visit(child);
		}
		if (node.type === "text") {
			expect(node.text).not.toBe("");
			expect(node.text?.isWellFormed()).toBe(true);
			for (const bad of ["\u0000", "\u202e"]) expect(node.text).not.toContain(bad);
		}
		for (const mark of node.marks ?? [])
			if (mark.type === "link") expect(mark.attrs?.href).toMatch(/^(https?:\/\/|mailto:)/i);
			else expect(["bold", "italic"]).toContain(mark.type);
	};
	visit(document as never);
}

describe("the shape of a document", () => {
	test("whatever comes in, what comes out is in shape, and coming in again changes nothing", () => {
		fc.assert(
			fc.property(anyDocument, (json) => {
				const { document } = enforceShape(json);
				expectInShape(document);
				const again = enforceShape(JSON.parse(JSON.stringify(document)));
				expect(again).toEqual({ document, dropped: {} });
			}),
			{ numRuns: 500 },
		);
	});

	test("a document that is in shape is left as it is", () => {
		const document = doc(
			{ type: "heading", attrs: { level: 2 }, content: [text("What we ask for")] },
			paragraph(
				text("Cities "),
				text("know", { type: "bold" }, { type: "italic" }),
				{ type: "hardBreak" },
				text("it."),
			),
			{
				type: "orderedList",
				attrs: { start: 3 },
				content: [{ type: "listItem", content: [paragraph(text("Third"))] }],
			},
			{
				type: "blockquote",
				content: [
					paragraph(text("so said", { type: "link", attrs: { href: "https://example.org/a?b=c#d" } })),
				],
			},
		);
		expect(enforceShape(document)).toEqual({ document, dropped: {} });
	});

	test("what an editor writes besides is left out without a word, what nobody may write is counted", () => {
		const link = {
			type: "link",
			attrs: { href: "https://example.org/", target: "_blank", rel: "x", class: null },
		};
		const { document, dropped } = enforceShape(
			doc(
				paragraph(text("a", link), text("b", link), text("c", { type: "underline" })),
				{ type: "codeBlock", content: [text("rm -rf")] },
				{ type: "heading", attrs: { level: 7 }, content: [text("deep")] },
				text("loose"),
			),
		);
		expect(document).toEqual(
			doc(
				paragraph(text("ab", { type: "link", attrs: { href: "https://example.org/" } }), text("c")),
				paragraph(text("deep")),
			),
		);
		expect(dropped).toEqual({
			"unknown-mark": 1,
			"unknown-node": 1,
			"wrong-attribute": 1,
			"misplaced-node": 1,
		});
	});

	test("depth, nodes and characters are bounded", () => {
		let deep: object = paragraph(text("bottom"));
		for (let level = 0; level < 20_000; level++) deep = { type: "blockquote", content: [deep] };
		expect(enforceShape(doc(deep)).dropped).toEqual({ "too-deep": 1 });
		const many = enforceShape(doc(...Array.from({ length: documentLimits.nodes + 5 }, () => paragraph())));
		expect(many.document.content).toHaveLength(documentLimits.nodes);
		expect(many.dropped).toEqual({ "too-large": 1 });
		const long = enforceShape(doc(paragraph(text("😀".repeat(documentLimits.characters)))));
		expect(documentText(long.document)).toHaveLength(documentLimits.characters);
	});

	test("equal content in another order of keys, runs and marks has the same canonical JSON", () => {
		const one = enforceShape(doc(paragraph(text("ab", { type: "bold" }, { type: "italic" }))));
		const other = enforceShape({
			content: [
				{
					content: [
						{ marks: [{ type: "italic" }, { type: "bold" }], text: "a", type: "text" },
						{ marks: [{ type: "bold" }, { type: "italic" }], text: "b", type: "text" },
					],
					type: "paragraph",
				},
			],
			type: "doc",
		});
		expect(canonicalJson(other.document)).toBe(canonicalJson(one.document));
	});

	test("a document is empty until somebody writes a word", () => {
		expect(isEmptyDocument(enforceShape(null).document)).toBe(true);
		expect(
			isEmptyDocument(enforceShape(doc(paragraph(text(" \t")), paragraph({ type: "hardBreak" }))).document),
		).toBe(true);
		const listed = doc({
			type: "bulletList",
			content: [{ type: "listItem", content: [paragraph(text("x"))] }],
		});
		expect(isEmptyDocument(enforceShape(listed).document)).toBe(false);
	});

	test("as plain text, lists keep their bullets and numbers and quotations their mark", () => {
		const item = (words: string) => ({ type: "listItem", content: [paragraph(text(words))] });
		const { document } = enforceShape(
			doc(
				{ type: "heading", attrs: { level: 1 }, content: [text("Title")] },
				{ type: "orderedList", attrs: { start: 9 }, content: [item("nine"), item("ten")] },
				{ type: "bulletList", content: [item("dot")] },
				{ type: "blockquote", content: [paragraph(text("one"), { type: "hardBreak" }, text("two"))] },
			),
		);
		expect(documentText(document)).toBe("Title\n\n9. nine\n10. ten\n\n• dot\n\n> one\n> two");
	});
});

describe("as HTML", () => {
	test.each(payloads.map((payload) => [JSON.stringify(payload), payload] as const))(
		"a page cannot be attacked by %s",
		(_, payload) => {
			const html = documentHtml(enforceShape(doc(payload)).document);
			const rest = html.replace(allowedTag, "");
			expect(rest).not.toMatch(/[<>]/);
			expect(html).not.toMatch(/<a [^>]*(javascript|data|vbscript|evil)/i);
		},
	);

	test("twin: without the shape, the same payloads would reach the page", () => {
		const linked = doc(paragraph(text("x", { type: "link", attrs: { href: "javascript:alert(1)" } })));
		expect(JSON.stringify(linked)).toContain("javascript:");
		expect(JSON.stringify(enforceShape(linked).document)).not.toContain("javascript:");
	});

	test("marks nest, breaks stand, headings step down below the page's own", () => {
		const { document } = enforceShape(
			doc(
				{ type: "heading", attrs: { level: 1 }, content: [text("A & B")] },
				paragraph(text("b", { type: "bold" }, { type: "link", attrs: { href: "https://e.org/?a=1&b=2" } }), {
					type: "hardBreak",
				}),
			),
		);
		expect(documentHtml(document)).toBe(
			'<h2>A &amp; B</h2><p><strong><a href="https://e.org/?a=1&amp;b=2" rel="nofollow noopener noreferrer">b</a></strong><br></p>',
		);
	});

	test("whatever comes in, only allowed tags come out", () => {
		fc.assert(
			fc.property(anyDocument, (json) => {
				expect(documentHtml(enforceShape(json).document).replace(allowedTag, "")).not.toMatch(/[<>]/);
			}),
			{ numRuns: 500 },
		);
	});
});
