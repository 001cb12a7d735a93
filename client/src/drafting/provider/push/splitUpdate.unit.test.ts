import { keepFormats } from "@crossroads/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { splitUpdate } from "./splitUpdate.ts";

/** One thing that somebody does to the text: who, where, what, how much; and who hears of it. */
const deed = fc.record({
	who: fc.nat(2),
	at: fc.nat(1_000),
	kind: fc.constantFrom("write", "write", "write", "delete", "bold", "paragraph"),
	length: fc.integer({ min: 1, max: 4_000 }),
	letter: fc.constantFrom("a", "é", "語", "🙂"),
	told: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Three tabs of one person, who hear of each other now and then. */
function written(deeds: readonly Deed[]): Y.Doc {
	const docs = [11, 22, 33].map((clientID) => Object.assign(keepFormats(new Y.Doc()), { clientID }));
	for (const { who, told, ...what } of deeds) {
		const doc = docs[who] as Y.Doc;
		act(doc, what);
		if (told) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	}
	const all = keepFormats(new Y.Doc());
	for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
	return all;
}

function act(doc: Y.Doc, { at, kind, length, letter }: Omit<Deed, "who" | "told">): void {
	const root = doc.getXmlFragment("document");
	if (kind === "paragraph" || root.length === 0) {
		const paragraph = new Y.XmlElement("paragraph");
		paragraph.insert(0, [new Y.XmlText()]);
		root.insert(at % (root.length + 1), [paragraph]);
		return;
	}
	const text = (root.get(at % root.length) as Y.XmlElement).get(0) as Y.XmlText;
	const place = at % (text.length + 1);
	if (kind === "write") text.insert(place, letter.repeat(length));
	if (kind === "delete") text.delete(place, Math.min(length, text.length - place));
	if (kind === "bold") text.format(place, Math.min(length, text.length - place), { bold: true });
}

const textOf = (doc: Y.Doc) => doc.getXmlFragment("document").toString();

/** Takes the parts in one by one; the number of those that had to wait for a later one. */
function taken(parts: readonly Uint8Array[]): { doc: Y.Doc; waiting: number } {
	const doc = keepFormats(new Y.Doc());
	let waiting = 0;
	for (const part of parts) {
		Y.applyUpdate(doc, part);
		if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) waiting += 1;
	}
	return { doc, waiting };
}

describe("an update in parts", () => {
	test("whatever was written: each part follows those before it, and together they are the whole, once", () => {
		const property = fc.property(fc.array(deed, { minLength: 1, maxLength: 60 }), (deeds) => {
			const whole = written(deeds);
			const parts = splitUpdate(Y.encodeStateAsUpdate(whole), 2_000);
			const { doc, waiting } = taken(parts);
			expect(waiting).toBe(0);
			expect(textOf(doc)).toBe(textOf(whole));
			expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(whole));
			const clocks = parts.flatMap((part) => Y.decodeUpdate(part).structs.map(({ length }) => length));
			const all = [...Y.decodeStateVector(Y.encodeStateVector(whole)).values()];
			expect(sum(clocks)).toBe(sum(all));
		});
		fc.assert(property, { numRuns: 150 });
	});

	test("no part is much larger than asked, however long a paragraph is", () => {
		const doc = new Y.Doc();
		act(doc, { at: 0, kind: "paragraph", length: 0, letter: "a" });
		act(doc, { at: 0, kind: "write", length: 400_000, letter: "🙂" });
		const parts = splitUpdate(Y.encodeStateAsUpdate(doc), 16 * 1024);
		expect(parts.length).toBeGreaterThan(50);
		expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(32 * 1024);
		expect(textOf(taken(parts).doc)).toBe(textOf(doc));
	});

	test("what fits stays as it is", () => {
		const update = Y.encodeStateAsUpdate(written([]));
		expect(splitUpdate(update, 40_000)).toEqual([update]);
	});

	test("twin: parts in another order would have to wait for one another", () => {
		const doc = new Y.Doc();
		act(doc, { at: 0, kind: "paragraph", length: 0, letter: "a" });
		act(doc, { at: 0, kind: "write", length: 50_000, letter: "a" });
		const parts = splitUpdate(Y.encodeStateAsUpdate(doc), 10_000);
		expect(taken(parts.toReversed()).waiting).toBeGreaterThan(0);
	});
});

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
