import { type DraftDocument, draftRoot, enforceShape, keepFormats } from "@crossroads/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { inspectUpdate } from "./inspectUpdate.ts";
import { mergeUpdates } from "./mergeUpdates.ts";
import { readText } from "./readText.ts";
import { writeText } from "./writeText.ts";

/** Documents in shape, as large as a recommendation. */
const words = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" });
const marks = fc.subarray([
	{ type: "bold" },
	{ type: "italic" },
	{ type: "link", attrs: { href: "https://example.org/a" } },
]);
const inline = fc.array(
	fc.oneof(fc.record({ type: fc.constant("text"), text: words, marks }), fc.constant({ type: "hardBreak" })),
	{ maxLength: 5 },
);
const block = fc.letrec((tie) => ({
	block: fc.oneof(
		{ maxDepth: 3 },
		fc.record({ type: fc.constant("paragraph"), content: inline }),
		fc.record({
			type: fc.constant("heading"),
			attrs: fc.record({ level: fc.integer({ min: 1, max: 3 }) }),
			content: inline,
		}),
		fc.record({
			type: fc.constant("blockquote"),
			content: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
		}),
		fc.record({
			type: fc.constantFrom("bulletList", "orderedList"),
			content: fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
		}),
	),
	item: fc.record({
		type: fc.constant("listItem"),
		content: fc.array(tie("block"), { minLength: 1, maxLength: 2 }),
	}),
})).block;
const shaped = fc
	.array(block, { maxLength: 6 })
	.map((content): DraftDocument => enforceShape({ type: "doc", content }).document);

describe("the text of a draft", () => {
	test("what is written into a draft is read back as it was, and is sound", () => {
		fc.assert(
			fc.property(shaped, (document) => {
				const update = writeText(document);
				expect(inspectUpdate(update)).not.toBeNull();
				expect(enforceShape(readText([update]))).toEqual({ document, dropped: {} });
			}),
			{ numRuns: 200 },
		);
	});

	test("the same document gives the same bytes, so that two imports merge into one", () => {
		fc.assert(
			fc.property(shaped, (document) => {
				expect(writeText(document)).toEqual(writeText(document));
				const twice = enforceShape(readText([writeText(document), writeText(document)]));
				expect(twice.document).toEqual(document);
			}),
			{ numRuns: 50 },
		);
	});

	test("[D9] what was put in past every editor is dropped when it is read", () => {
		const doc = new Y.Doc();
		const script = new Y.XmlElement("script");
		script.insert(0, [new Y.XmlText("alert(1)")]);
		const paragraph = new Y.XmlElement("paragraph");
		paragraph.setAttribute("onclick", "alert(1)");
		const text = new Y.XmlText();
		text.insert(0, "click", { link: { href: "javascript:alert(1)" }, "bold--AAAAAAAA": {}, evil: { x: 1 } });
		text.insertEmbed(5, { image: "x" });
		paragraph.insert(0, [text]);
		doc.getXmlFragment(draftRoot).insert(0, [script, paragraph]);
		const { document, dropped } = enforceShape(readText([Y.encodeStateAsUpdate(doc)]));
		expect(document).toEqual({
			type: "doc",
			content: [{ type: "paragraph", content: [{ type: "text", text: "click", marks: [{ type: "bold" }] }] }],
		});
		expect(dropped).toEqual({ "unknown-node": 1, "unsafe-link": 1, "unknown-mark": 1, "misplaced-node": 1 });
	});

	test("taking updates in writes nothing: formats are not tidied away", () => {
		const textOf = (doc: Y.Doc) => doc.getXmlFragment(draftRoot).get(0) as Y.XmlText;
		const base = new Y.Doc();
		base.getXmlFragment(draftRoot).insert(0, [new Y.XmlText("Cities ask")]);
		const begun = Y.encodeStateAsUpdate(base);
		// Two make words bold at the same time that are the same.
		const formatted = [{ bold: true }, { bold: true }].map((bold) => {
			const doc = new Y.Doc();
			Y.applyUpdate(doc, begun);
			textOf(doc).format(0, 6, bold);
			return Y.encodeStateAsUpdate(doc);
		});
		const updates = [begun, ...formatted];
		const written = (doc: Y.Doc): number => {
			let count = 0;
			doc.on("update", (_: Uint8Array, __: unknown, ___: Y.Doc, { local }: Y.Transaction) => {
				if (local) count += 1;
			});
			for (const update of updates) Y.applyUpdate(doc, update);
			return count;
		};
		expect(written(keepFormats(new Y.Doc()))).toBe(0);
		// Twin: Yjs by itself writes deletions of its own, each replica its own.
		expect(written(new Y.Doc())).toBeGreaterThan(0);
	});

	test("[D10] merging in groups gives the bytes that Yjs gives, whoever wrote and whatever was deleted", () => {
		const docs = [2_000, 3_000].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
		const updates: Uint8Array[] = [];
		for (const doc of docs)
			doc.on("update", (update: Uint8Array, _: unknown, __: Y.Doc, { local }: Y.Transaction) => {
				if (!local) return;
				updates.push(update);
				for (const other of docs) if (other !== doc) Y.applyUpdate(other, update);
			});
		const texts = docs.map((doc) => doc.getText("t"));
		for (let edit = 0; edit < 1_000; edit++) {
			const text = texts[(edit >> 3) % 2] as Y.Text;
			if (edit % 5 === 4) text.delete((edit * 7_919) % (text.length - 1), 2);
			else text.insert((edit * 104_729) % (text.length + 1), "abc");
		}
		const whole = mergeUpdates(updates);
		expect(Buffer.from(whole).equals(Y.mergeUpdates([...updates]))).toBe(true);
		const read = new Y.Doc();
		Y.applyUpdate(read, whole);
		expect(read.getText("t").toString()).toBe(texts[0]?.toString());
		// Twin: with one of them left out it is another text.
		expect(Buffer.from(mergeUpdates(updates.toSpliced(500, 1))).equals(whole)).toBe(false);
	});

	test("twenty thousand levels do not exhaust the stack", () => {
		const doc = new Y.Doc();
		let parent: Y.XmlFragment = doc.getXmlFragment(draftRoot);
		doc.transact(() => {
			for (let level = 0; level < 20_000; level++) {
				const quote = new Y.XmlElement("blockquote");
				parent.insert(0, [quote]);
				parent = quote;
			}
		});
		expect(enforceShape(readText([Y.encodeStateAsUpdate(doc)])).document.content).toEqual([]);
	});
});
