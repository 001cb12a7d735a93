import { describe, expect, it } from "vitest";
import { indexAfterDrop, inOrder } from "../agenda/reorder.ts";
import { awaitingReview, nextAction, pollOf, type RunningSession } from "./nextAction.ts";

type Item = RunningSession["agenda"][number];
type Poll = RunningSession["polls"][number];

const item = (index: number, part: Partial<Item> = {}): Item => ({
	id: `item-${index}`,
	index,
	kind: "DISCUSSION",
	title: `Item ${index}`,
	isCurrent: false,
	startedAt: null,
	finishedAt: null,
	recommendation: null,
	version: null,
	...part,
});
const now = { isCurrent: true, startedAt: "2026-11-23T10:00:00Z" };
const done = { startedAt: "2026-11-23T09:00:00Z", finishedAt: "2026-11-23T09:30:00Z" };
const recommendation = (state: string) => ({ id: "rec", number: 2, title: "Places", state });
const version = { id: "version-1", number: 1 };
const tabled = item(1, { ...now, kind: "DECISION", recommendation: recommendation("TABLED"), version });
const poll = (state: Poll["state"], part: Partial<Poll> = {}): Poll => ({
	id: `poll-${state}`,
	state,
	agendaItemId: "item-1",
	recommendationVersion: version,
	...part,
});
const coordinator = () => true;
const facilitator = () => false;
const kindOf = (agenda: Item[], polls: Poll[] = [], mayAdvance = coordinator) =>
	nextAction({ agenda, polls }, mayAdvance).kind;

describe("the facilitator's next step", () => {
	it("is the first item before the session has begun, and the first line of an empty agenda", () => {
		expect(nextAction({ agenda: [item(0), item(1)], polls: [] }, coordinator)).toMatchObject({
			kind: "start",
			item: { id: "item-0" },
		});
		expect(kindOf([])).toBe("addFirstItem");
	});

	it("goes on with the first unfinished item between two items, and is over after the last", () => {
		expect(nextAction({ agenda: [item(0, done), item(1)], polls: [] }, coordinator)).toMatchObject({
			kind: "goOn",
			item: { id: "item-1" },
		});
		expect(kindOf([item(0, done)])).toBe("over");
	});

	it("leads a recommendation from review to the table, to the vote and to its result", () => {
		const decision = (state: string) =>
			item(1, { ...now, kind: "DECISION", recommendation: recommendation(state) });
		expect(kindOf([decision("DRAFT")])).toBe("sendToReview");
		expect(kindOf([decision("REVIEW")])).toBe("table");
		expect(kindOf([tabled])).toBe("preparePoll");
		expect(kindOf([tabled], [poll("PREPARED")])).toBe("openPoll");
		expect(kindOf([tabled], [poll("OPEN")])).toBe("closePoll");
		expect(kindOf([tabled], [poll("CLOSED")])).toBe("publishPoll");
		expect(kindOf([tabled, item(2)], [poll("PUBLISHED")])).toBe("nextItem");
		expect(kindOf([tabled], [poll("PUBLISHED")])).toBe("endSession");
	});

	it("is not publishing while the trustees of a secret poll are to open its box", () => {
		expect(kindOf([tabled], [poll("CLOSED", { box: { isOpened: false } })])).toBe("awaitBox");
		expect(kindOf([tabled], [poll("CLOSED", { box: { isOpened: true } })])).toBe("publishPoll");
		expect(kindOf([tabled], [poll("CLOSED", { box: null })])).toBe("publishPoll");
	});

	it("is closing the open poll, whatever item it belongs to", () => {
		expect(kindOf([item(0, now), item(1)], [poll("OPEN", { agendaItemId: null })])).toBe("closePoll");
	});

	it("asks for no vote in a discussion, and for one in a decision without a recommendation", () => {
		expect(kindOf([item(0, now), item(1)])).toBe("nextItem");
		expect(kindOf([item(0, { ...now, kind: "DECISION" })])).toBe("preparePoll");
	});

	it("asks for a new vote when a newer version came on the table after a published one", () => {
		const second = { ...tabled, version: { id: "version-2", number: 2 } };
		expect(kindOf([second], [poll("PUBLISHED")])).toBe("preparePoll");
	});

	it("does not ask again for what is decided", () => {
		const adopted = item(1, { ...now, kind: "DECISION", recommendation: recommendation("ADOPTED"), version });
		expect(kindOf([adopted, item(2)])).toBe("nextItem");
	});

	it("goes past a draft that only coordinators may send to review, and says so", () => {
		const draft = item(1, { ...now, kind: "DECISION", recommendation: recommendation("DRAFT") });
		expect(kindOf([draft, item(2)], [], coordinator)).toBe("sendToReview");
		expect(kindOf([draft, item(2)], [], facilitator)).toBe("nextItem");
		expect(kindOf([draft], [], facilitator)).toBe("endSession");
		expect(awaitingReview(draft)).toMatchObject({ number: 2 });
		expect(awaitingReview(tabled)).toBeNull();
	});

	it("comes back to an item that was jumped over", () => {
		expect(nextAction({ agenda: [item(0), item(1, now)], polls: [] }, coordinator)).toMatchObject({
			kind: "nextItem",
			item: { id: "item-0" },
		});
	});
});

describe("the poll of an item", () => {
	it("is the newest one about the version on the table", () => {
		const [newer, older] = [poll("PREPARED", { id: "new" }), poll("PUBLISHED", { id: "old" })];
		expect(pollOf(tabled, [newer, older])).toBe(newer);
	});
});

describe("a moved line", () => {
	it("gets the index it has afterwards", () => {
		const ids = ["a", "b", "c", "d"];
		expect(indexAfterDrop(ids, "a", "c", true)).toBe(2);
		expect(indexAfterDrop(ids, "d", "a", false)).toBe(0);
		expect(indexAfterDrop(ids, "b", "c", false)).toBe(1);
		expect(indexAfterDrop(ids, "b", "gone", false)).toBe(1);
	});

	it("stands in its guessed place only while the guess names the same lines", () => {
		const lines = [{ id: "a" }, { id: "b" }];
		expect(inOrder(lines, ["b", "a"])).toEqual([{ id: "b" }, { id: "a" }]);
		expect(inOrder(lines, ["b", "gone"])).toEqual(lines);
		expect(inOrder(lines, null)).toEqual(lines);
	});
});
