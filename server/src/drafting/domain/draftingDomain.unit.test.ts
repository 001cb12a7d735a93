import { framed, presenceLasts, presenceRepeat, unframed } from "@crossroads/shared";
import { describe, expect, test } from "vitest";
import { isCaretPosition } from "./caretPosition.ts";
import { colourOf } from "./colourOf.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { packed, unpacked } from "./frames.ts";
import { isWritable, refusalOfSize } from "./pushRules.ts";
import { type Writer, WriterBoard } from "./WriterBoard.ts";

const ana: Writer = {
	clientId: 1,
	personId: "ana",
	name: "Ana",
	partnerCode: "ETT",
	colour: "#000000",
	cursor: null,
};
const ben: Writer = { ...ana, clientId: 2, personId: "ben", name: "Ben" };

describe("a cursor", () => {
	test("comes back as it was written, and nothing else is one", () => {
		const place = { mark: "m2x0", seq: 41 };
		expect(readCursor(writeCursor(place))).toEqual(place);
		for (const junk of ["", "1", "a.b", "a.-1", "a.01", "a.1.2", "A.1", "a. 1", `a.${"9".repeat(16)}`])
			expect(readCursor(junk)).toBeNull();
	});
});

describe("a row of the log", () => {
	test("holds a single update as it is, and several so that each comes out as it went in", () => {
		const parts = [new Uint8Array([1, 2]), new Uint8Array(), new Uint8Array([3])];
		expect(packed(parts.slice(0, 1))).toBe(parts[0]);
		expect(unpacked({ count: 1, content: parts[0] as Uint8Array })).toEqual(parts.slice(0, 1));
		expect(unpacked({ count: 3, content: packed(parts) })).toEqual(parts);
		expect(() => unframed(framed(parts).subarray(0, -1))).toThrow(RangeError);
	});
});

describe("a push", () => {
	test("[D6] carries something, at most 500 updates, and 256 kB", () => {
		expect(refusalOfSize([])).toBe("invalid-input");
		expect(refusalOfSize([new Uint8Array(256 * 1024)])).toBeNull();
		expect(refusalOfSize([new Uint8Array(256 * 1024), new Uint8Array(1)])).toBe("update-too-large");
		expect(refusalOfSize(Array.from({ length: 501 }, () => new Uint8Array(1)))).toBe("update-too-large");
	});

	test("[D5] is taken while the recommendation is a draft or in review", () => {
		const states = ["DRAFT", "REVIEW", "TABLED", "ADOPTED", "REJECTED", "PUBLISHED", "WITHDRAWN"];
		const open = states.filter((recommendationState) =>
			isWritable({ draftId: "", networkId: "", recommendationState }),
		);
		expect(open).toEqual(["DRAFT", "REVIEW"]);
	});
});

describe("who is at a draft", () => {
	test("[D8] stays for 30 seconds after the last word, in the order of coming", () => {
		const board = new WriterBoard(30_000);
		expect(board.note("d", ana, 0).isNews).toBe(true);
		expect(board.note("d", ben, 1_000).isNews).toBe(true);
		expect(board.note("d", ana, 10_000).isNews).toBe(false);
		expect(board.note("d", { ...ana, cursor: "{}" }, 10_000).isNews).toBe(true);
		expect(board.writersOf("d", 30_999).map(({ name }) => name)).toEqual(["Ana", "Ben"]);
		expect(board.writersOf("d", 31_000).map(({ name }) => name)).toEqual(["Ana"]);
		expect(board.find("d", 2, 31_000)).toBeNull();
		expect(board.sweep(31_000)).toEqual(["d"]);
		expect(board.sweep(31_000)).toEqual([]);
		expect(board.sweep(40_000)).toEqual(["d"]);
		expect(board.isEmpty).toBe(true);
	});

	test("[D8] somebody seen later elsewhere is taken over, an older sighting is not", () => {
		const board = new WriterBoard(30_000);
		board.note("d", ana, 5_000);
		board.put("d", { writer: { ...ana, cursor: "old" }, since: 0, seenAt: 4_000 });
		expect(board.find("d", 1, 6_000)?.cursor).toBeNull();
		board.put("d", { writer: { ...ana, cursor: "new" }, since: 0, seenAt: 6_000 });
		expect(board.find("d", 1, 6_000)?.cursor).toBe("new");
	});

	test("[D8] nobody stays longer than 30 seconds, the sweep included", () => {
		expect(presenceLasts + 2_000).toBeLessThanOrEqual(30_000);
		expect(presenceRepeat).toBeLessThan(presenceLasts / 1.5);
	});

	test("has a colour of their own, always the same", () => {
		expect(colourOf("7e0b")).toBe(colourOf("7e0b"));
		const colours = new Set(Array.from({ length: 200 }, (_, at) => colourOf(`person ${at}`)));
		expect(colours.size).toBe(12);
		for (const colour of colours) expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
	});

	test("says where they are in a few hundred characters of JSON with anchor and head", () => {
		expect(isCaretPosition('{"anchor":{"type":null},"head":{"type":null}}')).toBe(true);
		for (const junk of [
			"",
			"null",
			"[]",
			"{}",
			'{"anchor":1}',
			'{"anchor":1,"head":1,"x":1}',
			`{"anchor":"${"x".repeat(1_000)}","head":1}`,
		])
			expect(isCaretPosition(junk)).toBe(false);
	});
});

/** WCAG 2.2, relative luminance. */
function contrastWithWhite(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
	return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
