import { draftRoot } from "@crossroads/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { Typist } from "../testing/writtenText.ts";
import { inspectUpdate } from "./inspectUpdate.ts";

const isSound = (update: Uint8Array) => inspectUpdate(update) !== null;

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = 42;
	write(doc);
	return Y.encodeStateAsUpdate(doc);
}

const rich = updateOf((doc) => {
	const heading = new Y.XmlElement("heading");
	heading.setAttribute("level", 2 as never);
	const text = new Y.XmlText();
	text.insert(0, "Cities ");
	text.insert(7, "ask 😀", { bold: {}, link: { href: "https://example.org/" } });
	heading.insert(0, [text, new Y.XmlElement("hardBreak")]);
	doc.getXmlFragment(draftRoot).insert(0, [heading, new Y.XmlElement("paragraph")]);
	doc.getXmlFragment(draftRoot).delete(1, 1);
});

/** What nobody may hide in a draft, each made with Yjs itself. */
const hidden: Record<string, Uint8Array> = {
	"another root": updateOf((doc) => doc.getXmlFragment("hidden").insert(0, [new Y.XmlElement("p")])),
	"a map as root": updateOf((doc) => doc.getMap(draftRoot).set("x", 1)),
	"a map in another root": updateOf((doc) => doc.getMap("meta").set("x", "y")),
	"a text as another root": updateOf((doc) => doc.getText("notes").insert(0, "psst")),
	"a subdocument": updateOf((doc) => doc.getXmlFragment(draftRoot).insert(0, [new Y.Doc()] as never)),
	bytes: updateOf((doc) => doc.getArray(draftRoot).insert(0, [new Uint8Array(10)])),
	"an embedded object": updateOf((doc) => {
		const text = new Y.XmlText();
		text.insertEmbed(0, { image: "https://evil.example/" });
		doc.getXmlFragment(draftRoot).insert(0, [text]);
	}),
	"a map within the text": updateOf((doc) => doc.getXmlFragment(draftRoot).insert(0, [new Y.Map()] as never)),
	"an array within the text": updateOf((doc) =>
		doc.getXmlFragment(draftRoot).insert(0, [new Y.Array()] as never),
	),
	"a hook": updateOf((doc) => doc.getXmlFragment(draftRoot).insert(0, [new Y.XmlHook("x")] as never)),
	"an element with an endless name": updateOf((doc) =>
		doc.getXmlFragment(draftRoot).insert(0, [new Y.XmlElement("x".repeat(1_000))]),
	),
	"more clients than a draft ever has": Y.mergeUpdates(
		Array.from({ length: 1_001 }, (_, client) => {
			const doc = new Y.Doc();
			doc.clientID = client + 1;
			doc.getXmlFragment(draftRoot).insert(0, [new Y.XmlText()]);
			return Y.encodeStateAsUpdate(doc);
		}),
	),
};

describe("[D7] an update is looked at before it is stored", () => {
	test("what an editor writes is sound", () => {
		expect(isSound(rich)).toBe(true);
		const typist = new Typist();
		for (let at = 0; at < 50; at++) expect(isSound(typist.writeParagraph(`line ${at}`))).toBe(true);
		expect(isSound(Y.mergeUpdates([...typist.updates]))).toBe(true);
		typist.doc.getXmlFragment(draftRoot).delete(3, 20);
		expect(isSound(typist.updates.at(-1) as Uint8Array)).toBe(true);
		expect(isSound(Y.encodeStateAsUpdate(typist.doc))).toBe(true);
	});

	test("every truncation and every byte too many is refused", () => {
		for (let length = 0; length < rich.length; length++) expect(isSound(rich.slice(0, length))).toBe(false);
		expect(isSound(new Uint8Array([...rich, 0]))).toBe(false);
	});

	test("twin: Yjs itself would take a byte too many", () => {
		expect(() => Y.decodeUpdate(new Uint8Array([...rich, 0]))).not.toThrow();
	});

	test.each(Object.entries(hidden))("%s is refused", (_, update) => {
		expect(isSound(update)).toBe(false);
	});

	test("clocks from the far future are refused", () => {
		const doc = new Y.Doc();
		doc.clientID = 1;
		const text = new Y.XmlText();
		doc.getXmlFragment(draftRoot).insert(0, [text]);
		const far = Y.encodeStateAsUpdate(doc);
		// client 1, clock 0 stand at bytes 2 and 3 of this update: the clock is rewritten to 2^48.
		const forged = new Uint8Array([
			...far.slice(0, 3),
			0x80,
			0x80,
			0x80,
			0x80,
			0x80,
			0x80,
			0x40,
			...far.slice(4),
		]);
		expect(isSound(far)).toBe(true);
		expect(isSound(forged)).toBe(false);
	});

	test("junk is refused and never throws; bit flips never throw", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (junk) => typeof isSound(junk) === "boolean"),
			{ numRuns: 2_000 },
		);
		for (let at = 0; at < rich.length * 8; at++) {
			const flipped = new Uint8Array(rich);
			flipped[at >> 3] = (flipped[at >> 3] as number) ^ (1 << (at & 7));
			expect(typeof isSound(flipped)).toBe("boolean");
		}
	});

	test("bytes from a shared pool are read only within their window", () => {
		const pool = Buffer.concat([Buffer.from([1, 2, 3]), rich, Buffer.from([9, 9, 9])]);
		expect(isSound(pool.subarray(3, 3 + rich.length))).toBe(true);
		expect(isSound(pool.subarray(3, rich.length))).toBe(false);
	});
});
