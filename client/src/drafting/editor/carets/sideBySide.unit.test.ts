import { expect, test } from "vitest";
import { sideBySide } from "./sideBySide.ts";

const room = { left: 100, right: 400 };
const starts = (...names: [at: number, width: number][]) =>
	sideBySide(
		names.map(([at, width]) => ({ at, width })),
		room,
	).map(({ at }) => at);

test("names that have room stand at their carets", () => {
	expect(starts([100, 50], [200, 80])).toEqual([100, 200]);
});

test("two carets at one place have both names beside each other, whoever came first", () => {
	expect(starts([150, 50], [150, 60])).toEqual([150, 202]);
	expect(starts([160, 50], [150, 60])).toEqual([212, 150]);
});

test("at the edge of the text they give way to the left, together", () => {
	expect(starts([390, 50])).toEqual([350]);
	expect(starts([390, 50], [395, 60])).toEqual([288, 340]);
});

test("names for which there is no room are made narrower, and stay within it", () => {
	const placed = sideBySide(
		[1, 2, 3].map((at) => ({ at: 100 + at, width: 216 })),
		room,
	);
	expect(placed.map(({ width }) => width)).toEqual([98, 98, 98]);
	for (const [place, { at, width }] of placed.entries()) {
		const before = placed[place - 1];
		expect(at).toBeGreaterThanOrEqual(before ? before.at + before.width : room.left);
		expect(at + width).toBeLessThanOrEqual(room.right);
	}
});
