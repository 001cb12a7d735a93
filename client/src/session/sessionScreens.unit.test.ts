import { describe, expect, it } from "vitest";
import { delegateView } from "./delegate/delegateView.ts";
import { namesMatching } from "./join/namesMatching.ts";
import { sessionToEnter } from "./join/sessionToEnter.ts";
import { nextLine, sessionMoment } from "./live/agenda.ts";
import { screenView, textSize } from "./projector/screenView.ts";

const line = (index: number, part: object = {}) => ({
	id: `${index}`,
	index,
	kind: "DISCUSSION",
	isCurrent: false,
	startedAt: null,
	finishedAt: null,
	...part,
});
const now = { isCurrent: true, startedAt: "2026-11-23T10:00:00Z" };
const done = { startedAt: "2026-11-23T09:00:00Z", finishedAt: "2026-11-23T09:30:00Z" };

describe("the moment of a session", () => {
	it("is told by its agenda", () => {
		expect(sessionMoment([])).toBe("empty");
		expect(sessionMoment([line(0)])).toBe("before");
		expect(sessionMoment([line(0, now)])).toBe("during");
		expect(sessionMoment([line(0, done), line(1)])).toBe("between");
		expect(sessionMoment([line(0, done)])).toBe("after");
	});

	it("goes forward first when it looks for the next line", () => {
		expect(nextLine([line(0), line(1, now), line(2)])?.id).toBe("2");
	});
});

describe("the delegate's screen", () => {
	const here = { moment: "during", poll: null, mayAttend: true, isPresent: true, isElector: false } as const;

	it("invites to check in before anything else", () => {
		expect(delegateView({ ...here, isPresent: false })).toEqual({ first: "checkIn", asksForFloor: false });
	});

	it("puts the ballot before checking in for who is on the list of voters", () => {
		expect(delegateView({ ...here, isPresent: false, isElector: true, poll: "OPEN" }).first).toBe("poll");
	});

	it("shows one thing while a vote is open: the floor waits", () => {
		expect(delegateView({ ...here, poll: "OPEN", isElector: true })).toEqual({
			first: "poll",
			asksForFloor: false,
		});
		expect(delegateView({ ...here, poll: "PUBLISHED" })).toEqual({ first: "poll", asksForFloor: true });
	});

	it("shows a prepared poll to nobody", () => {
		expect(delegateView({ ...here, poll: "PREPARED" }).first).toBe("text");
	});

	it("offers observers no check-in and no floor", () => {
		expect(delegateView({ ...here, mayAttend: false, isPresent: false })).toEqual({
			first: "text",
			asksForFloor: false,
		});
	});

	it("ends with the session", () => {
		expect(delegateView({ ...here, moment: "after", isPresent: false }).first).toBe("over");
	});
});

describe("the wall", () => {
	it("shows a poll from its opening, the result when it is published, and otherwise the item", () => {
		const agenda = [line(0, now)];
		expect(screenView(agenda, "PREPARED").shows).toBe("item");
		expect(screenView(agenda, "OPEN").shows).toBe("poll");
		expect(screenView(agenda, "CLOSED").shows).toBe("poll");
		expect(screenView(agenda, "PUBLISHED").shows).toBe("result");
		expect(screenView([line(0, { ...now, kind: "BREAK" })], null).shows).toBe("break");
	});

	it("welcomes before the start and thanks at the end", () => {
		expect(screenView([line(0)], null)).toEqual({ shows: "welcome", moment: "before" });
		expect(screenView([line(0, done)], null)).toEqual({ shows: "end" });
	});

	it("writes long texts smaller", () => {
		expect([10, 100, 400].map((length) => textSize("x".repeat(length)))).toEqual([
			"large",
			"medium",
			"small",
		]);
	});
});

describe("joining", () => {
	const session = (id: string, startsAt: string | null, endsAt: string | null, event = "event") => ({
		id,
		startsAt,
		endsAt,
		event: { id: event },
	});
	const clock = new Date("2026-11-23T12:00:00Z");

	it("enters the session that is on, else the next, else the latest, and never another event's", () => {
		const past = session("past", "2026-11-23T08:00:00Z", "2026-11-23T10:00:00Z");
		const on = session("on", "2026-11-23T11:00:00Z", "2026-11-23T13:00:00Z");
		const ahead = session("ahead", "2026-11-23T14:00:00Z", null);
		const other = session("other", "2026-11-23T11:00:00Z", "2026-11-23T13:00:00Z", "elsewhere");
		expect(sessionToEnter([other, ahead, on, past], "event", clock)?.id).toBe("on");
		expect(sessionToEnter([other, ahead, past], "event", clock)?.id).toBe("ahead");
		expect(sessionToEnter([other, past], "event", clock)?.id).toBe("past");
		expect(sessionToEnter([other], "event", clock)).toBeNull();
	});

	it("enters a session without a date when there is no other", () => {
		expect(sessionToEnter([session("undated", null, null)], "event", clock)?.id).toBe("undated");
	});

	it("finds a name by the beginnings of its words, without its accents, or by the city", () => {
		const names = [
			{ name: "Rūta Kalniņa", city: "Rēzekne" },
			{ name: "Anna Rossi", city: "Bassano del Grappa" },
		];
		expect(namesMatching(names, "kaln").map(({ name }) => name)).toEqual(["Rūta Kalniņa"]);
		expect(namesMatching(names, "REZ").map(({ name }) => name)).toEqual(["Rūta Kalniņa"]);
		expect(namesMatching(names, "rossi grap")).toHaveLength(1);
		expect(namesMatching(names, "ossi")).toHaveLength(0);
		expect(namesMatching(names, " ")).toHaveLength(2);
	});
});
