import { expect, test } from "vitest";
import { indexInFocus, timePlace, today } from "./whereWeAre.ts";

const on = (startsOn: string | null, endsOn: string | null = startsOn) => ({ startsOn, endsOn });

test("an activity without a date stands nowhere in time", () => {
	expect(timePlace(on(null), "2018-05-01")).toBe("unknown");
});

test("an activity is running on its first and on its last day", () => {
	const event = on("2018-03-14", "2018-03-16");
	expect(timePlace(event, "2018-03-13")).toBe("ahead");
	expect(timePlace(event, "2018-03-14")).toBe("now");
	expect(timePlace(event, "2018-03-16")).toBe("now");
	expect(timePlace(event, "2018-03-17")).toBe("past");
});

test("the running activity is looked at first, then the next, then the last", () => {
	const line = [on("2018-03-14"), on(null), on("2018-09-26"), on("2019-01-01")];
	expect(indexInFocus(line, "2018-09-26")).toBe(2);
	expect(indexInFocus(line, "2018-05-01")).toBe(2);
	expect(indexInFocus(line, "2026-01-01")).toBe(3);
	expect(indexInFocus([on(null)], "2018-05-01")).toBe(-1);
});

test("today is a day of the reader's calendar", () => {
	expect(today(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});
