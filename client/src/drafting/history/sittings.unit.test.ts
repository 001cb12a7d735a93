import { expect, test } from "vitest";
import { historyByDay } from "./sittings.ts";

const writer = (personId: string) => ({ personId, name: personId, colour: "#a4262c", size: 10 });

/** A moment at a local time, written by the persons. */
const moment = (time: string, ...persons: string[]) => ({
	cursor: time,
	startedAt: new Date(`${time}:00`).toISOString(),
	at: new Date(`${time}:30`).toISOString(),
	writers: persons.map(writer),
});

test("minutes in which the same persons went on are one sitting, with the text as they left it", () => {
	const [day] = historyByDay([
		moment("2026-11-23T14:03", "ana", "ben"),
		moment("2026-11-23T14:02", "ben", "ana"),
		moment("2026-11-23T14:00", "ana"),
	]);
	expect(day?.sittings.map(({ cursor, startedAt }) => [cursor, new Date(startedAt).getMinutes()])).toEqual([
		["2026-11-23T14:03", 2],
		["2026-11-23T14:00", 0],
	]);
});

test("a quarter of an hour without a word begins another sitting", () => {
	const [day] = historyByDay([moment("2026-11-23T14:20", "ana"), moment("2026-11-23T14:02", "ana")]);
	expect(day?.sittings).toHaveLength(2);
});

test("every day stands for itself, the newest first", () => {
	const days = historyByDay([moment("2026-11-23T00:02", "ana"), moment("2026-11-22T23:58", "ana")]);
	expect(days.map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-22"]);
});
