import { describe, expect, it } from "vitest";
import { ballotDrawer } from "./ballotDrawer.ts";
import {
	type BallotEvent,
	type BallotState,
	type CountedBallot,
	keptFromState,
	nextBallotState,
	secretBallot,
	stateFromKept,
} from "./unsentBallot.ts";

const yes = { marks: [{ option: "YES", value: 1 }] };
const no = { marks: [{ option: "NO", value: 1 }] };
const inTheBox: CountedBallot = {
	answer: yes,
	receipt: "R-1",
	castAt: "2026-11-23T10:00:00Z",
	changedAt: null,
};
const key = "9f0e1d2c-0000-4000-8000-000000000001";
const ballotAfter = (...events: BallotEvent[]): BallotState =>
	events.reduce(nextBallotState, stateFromKept(null));
const chosen: BallotEvent = { type: "entered", answer: yes };
const tooLateFor = (ballot: CountedBallot | null): BallotEvent => ({
	type: "refused",
	refusal: "POLL_CLOSED",
	ballot,
});
const confirmed: BallotEvent = { type: "confirmed", answer: yes, idempotencyKey: key };

describe("a ballot on its way", () => {
	it("is not confirmed before something is chosen", () => {
		expect(ballotAfter(confirmed).phase).toBe("choosing");
	});

	it("is sending from the confirmation until the server answers, and only then counted", () => {
		expect(ballotAfter(chosen, confirmed).phase).toBe("sending");
		expect(ballotAfter(chosen, confirmed, { type: "lost" }).phase).toBe("sending");
		expect(ballotAfter(chosen, confirmed, { type: "answered", ballot: inTheBox })).toEqual({
			phase: "counted",
			counted: inTheBox,
		});
	});

	it("is sent again with the same key after a lost answer, however often", () => {
		const again = ballotAfter(
			chosen,
			confirmed,
			{ type: "lost" },
			{ type: "triedAgain" },
			{ type: "lost" },
			{ type: "triedAgain" },
		);
		expect(again).toMatchObject({
			phase: "sending",
			attempt: 3,
			isWaiting: false,
			unsent: { idempotencyKey: key },
		});
	});

	it("does not start a second attempt while one is under way", () => {
		const sending = ballotAfter(chosen, confirmed);
		expect(nextBallotState(sending, { type: "triedAgain" })).toBe(sending);
	});

	it("takes a second tap on the confirmation for the same ballot", () => {
		const sending = ballotAfter(chosen, confirmed);
		expect(nextBallotState(sending, { type: "confirmed", answer: no, idempotencyKey: "another" })).toBe(
			sending,
		);
	});

	it("cannot be altered by a finger while it is sending", () => {
		const sending = ballotAfter(chosen, confirmed);
		expect(nextBallotState(sending, { type: "entered", answer: no })).toBe(sending);
	});

	it("counts although a retry was already waiting when the late answer came", () => {
		expect(
			ballotAfter(chosen, confirmed, { type: "lost" }, { type: "answered", ballot: inTheBox }).phase,
		).toBe("counted");
	});

	it("says why it was refused, and which ballot counts instead", () => {
		const refused = ballotAfter(chosen, confirmed, {
			type: "refused",
			refusal: "ALREADY_VOTED",
			ballot: inTheBox,
		});
		expect(refused).toEqual({ phase: "refused", answer: yes, refusal: "ALREADY_VOTED", counted: inTheBox });
	});

	it("is not taken for counted when the server tells of an earlier ballot meanwhile", () => {
		const told = ballotAfter(chosen, confirmed, { type: "told", ballot: inTheBox });
		expect(told).toMatchObject({ phase: "sending", counted: inTheBox });
	});
});

describe("a ballot in the box", () => {
	const counted = ballotAfter({ type: "told", ballot: inTheBox });

	it("is shown as counted when the server tells of it", () => {
		expect(counted).toEqual({ phase: "counted", counted: inTheBox });
	});

	it("stays in the box while another one is chosen, and when that is given up", () => {
		const changing = nextBallotState(counted, { type: "wantedChange" });
		expect(changing).toEqual({ phase: "choosing", entered: null, counted: inTheBox });
		expect(nextBallotState(changing, { type: "keptBallot" })).toEqual(counted);
	});

	it("is still choosing when the server repeats what is in the box during a change", () => {
		const changing = nextBallotState(counted, { type: "wantedChange" });
		const picked = nextBallotState(changing, { type: "entered", answer: no });
		expect(nextBallotState(picked, { type: "told", ballot: { ...inTheBox } })).toMatchObject({
			phase: "choosing",
			entered: no,
		});
	});

	it("does not give way to older news", () => {
		const changed = { ...inTheBox, answer: no, changedAt: "2026-11-23T10:05:00Z" };
		const now = nextBallotState(counted, { type: "told", ballot: changed });
		expect(nextBallotState(now, { type: "told", ballot: inTheBox })).toBe(now);
	});
});

describe("a form that is being filled in", () => {
	const news: BallotEvent[] = [
		{ type: "told", ballot: null },
		{ type: "lost" },
		{ type: "triedAgain" },
		{ type: "refused", refusal: "POLL_CLOSED", ballot: null },
		{ type: "answered", ballot: inTheBox },
		{ type: "keptBallot" },
		{ type: "putAway" },
	];
	/** Whether what is entered stands in the form whatever news comes meanwhile, and is what a reload finds. */
	const isKept = (next: typeof nextBallotState) =>
		news.every((one) =>
			news.every((other) => {
				const state = next(next(ballotAfter(chosen), one), other);
				return (
					state.phase === "choosing" &&
					state.entered === yes &&
					keptFromState(state, false)?.answer === yes &&
					keptFromState(state, false)?.idempotencyKey === null
				);
			}),
		);

	it("is never reset, sent or shown as counted by news, by others' answers or by a connection that comes and goes", () => {
		expect(isKept(nextBallotState)).toBe(true);
	});

	it("twin: a form that starts anew with every reading of the server would be noticed", () => {
		const forgetful: typeof nextBallotState = (state, event) =>
			event.type === "told" ? stateFromKept(null) : nextBallotState(state, event);
		expect(isKept(forgetful)).toBe(false);
	});

	it("twin: a form that takes a stray answer for its own would be noticed", () => {
		const hasty: typeof nextBallotState = (state, event) =>
			event.type === "answered" ? { phase: "counted", counted: event.ballot } : nextBallotState(state, event);
		expect(isKept(hasty)).toBe(false);
	});

	it("sends what was read back, not what a finger touched since", () => {
		const changed = ballotAfter(chosen, { type: "entered", answer: no }, confirmed);
		expect(changed).toMatchObject({ phase: "sending", unsent: { answer: yes } });
	});
});

describe("after a reload", () => {
	it("a confirmed ballot goes on being sent with its key", () => {
		const kept = keptFromState(ballotAfter(chosen, confirmed, { type: "lost" }), false);
		expect(stateFromKept(kept)).toMatchObject({
			phase: "sending",
			attempt: 1,
			unsent: { answer: yes, idempotencyKey: key },
		});
	});

	it("a choice that was not confirmed is chosen still, and not sent", () => {
		expect(stateFromKept(keptFromState(ballotAfter(chosen), false))).toEqual({
			phase: "choosing",
			entered: yes,
			counted: null,
		});
	});

	it("what was entered and not confirmed is dropped once the poll is over; what was confirmed is not", () => {
		expect(keptFromState(ballotAfter(chosen), true)).toBeNull();
		expect(keptFromState(ballotAfter(chosen, confirmed), true)).toMatchObject({ idempotencyKey: key });
		expect(keptFromState(ballotAfter(chosen, confirmed, tooLateFor(null)), true)).toMatchObject({
			refusal: "POLL_CLOSED",
		});
	});

	it("nothing is kept of what was counted", () => {
		expect(
			keptFromState(ballotAfter(chosen, confirmed, { type: "answered", ballot: inTheBox }), false),
		).toBeNull();
	});

	it("a ballot that came too late is told still, until the voter has read it", () => {
		const tooLate = ballotAfter(chosen, confirmed, tooLateFor(null));
		const reloaded = stateFromKept(keptFromState(tooLate, false));
		expect(reloaded).toEqual({ phase: "refused", answer: yes, refusal: "POLL_CLOSED", counted: null });
		const read = nextBallotState(reloaded, { type: "putAway" });
		expect(read).toEqual({ phase: "choosing", entered: null, counted: null });
		expect(keptFromState(read, false)).toBeNull();
	});

	it("a change that came too late gives way to the ballot in the box, once it was read", () => {
		const tooLate = ballotAfter(chosen, confirmed, tooLateFor(inTheBox));
		expect(nextBallotState(tooLate, { type: "keptBallot" })).toBe(tooLate);
		expect(nextBallotState(tooLate, { type: "putAway" })).toEqual({ phase: "counted", counted: inTheBox });
	});

	it("a ballot cannot be put away while it is on its way", () => {
		const sending = ballotAfter(chosen, confirmed);
		expect(nextBallotState(sending, { type: "putAway" })).toBe(sending);
	});
});

describe("[S8] a secret ballot", () => {
	const bytes = { sealed: "c2VhbGVk", receipt: "K7QF2-9MTXA" };
	const sealed: BallotEvent = { type: "sealed", ballot: bytes };
	const inBox: BallotEvent = { type: "answered", ballot: secretBallot(bytes.receipt) };
	const kept = (...events: BallotEvent[]) => keptFromState(ballotAfter(...events), false);

	it("is sent again with the same bytes, through lost answers and reloads", () => {
		const reloaded = stateFromKept(kept(chosen, confirmed, sealed, { type: "lost" }));
		expect(reloaded).toMatchObject({
			phase: "sending",
			unsent: { answer: null, sealed: bytes, idempotencyKey: key },
		});
	});

	it("is sealed once: another sealing of it is not taken", () => {
		const once = ballotAfter(chosen, confirmed, sealed);
		const other = { ...sealed, ballot: { sealed: "other", receipt: "other" } };
		expect(nextBallotState(once, other)).toBe(once);
	});

	it("is not sealed before it is confirmed, nor after it was counted", () => {
		expect(ballotAfter(chosen, sealed)).toEqual(ballotAfter(chosen));
		expect(ballotAfter(chosen, confirmed, sealed, inBox, sealed)).toEqual(
			ballotAfter(chosen, confirmed, sealed, inBox),
		);
	});

	it("says nowhere on the device what it is, from the sealing on", () => {
		const after = [
			kept(chosen, confirmed, sealed),
			kept(chosen, confirmed, sealed, inBox),
			kept(chosen, confirmed, sealed, tooLateFor(null)),
		];
		for (const each of after) expect(JSON.stringify(each)).not.toContain("YES");
		// Twin: before the sealing it stands there, so that a reload finds it.
		expect(JSON.stringify(kept(chosen, confirmed))).toContain("YES");
	});

	it("leaves its receipt on the device, which a reload and the server's shorter answer do not take away", () => {
		const counted = stateFromKept(kept(chosen, confirmed, sealed, inBox));
		expect(counted).toEqual({ phase: "counted", counted: secretBallot(bytes.receipt) });
		expect(nextBallotState(counted, { type: "told", ballot: secretBallot(null) })).toBe(counted);
		expect(keptFromState(counted, true)).toMatchObject({ receipt: bytes.receipt });
	});

	it("cast on another device is known to be in the box, without its receipt", () => {
		expect(ballotAfter({ type: "told", ballot: secretBallot(null) })).toEqual({
			phase: "counted",
			counted: secretBallot(null),
		});
	});

	it("comes out of the drawer as it went in", () => {
		const drawer = ballotDrawer("ana", "poll", null, memoryStorage());
		const states = [
			ballotAfter(chosen, confirmed),
			ballotAfter(chosen, confirmed, sealed),
			ballotAfter(chosen, confirmed, sealed, inBox),
			ballotAfter(chosen, confirmed, sealed, tooLateFor(null)),
		];
		for (const state of states) {
			const written = keptFromState(state, false);
			drawer.write(written);
			expect(drawer.read()).toEqual(written);
		}
	});
});

describe("the ballot drawer", () => {
	it("keeps one person's ballot from the next who uses the same phone", () => {
		const storage = memoryStorage();
		const kept = { answer: no, idempotencyKey: key, refusal: null };
		ballotDrawer("ana", "poll", null, storage).write(kept);
		expect(ballotDrawer("ana", "poll", null, storage).read()).toEqual(kept);
		expect(ballotDrawer("ben", "poll", null, storage).read()).toBeNull();
		expect(ballotDrawer("ana", "other", null, storage).read()).toBeNull();
	});

	it("keeps a refused ballot until it is emptied, so that no ballot is lost without a word", () => {
		const storage = memoryStorage();
		const drawer = ballotDrawer("ana", "poll", null, storage);
		drawer.write(keptFromState(ballotAfter(chosen, confirmed, tooLateFor(null)), false));
		expect(stateFromKept(drawer.read())).toMatchObject({ phase: "refused", refusal: "POLL_CLOSED" });
		drawer.write(null);
		expect(drawer.read()).toBeNull();
	});

	it("keeps a half finished answer as it stands in the form", () => {
		const drawer = ballotDrawer("ana", "poll", null, memoryStorage());
		const half = { marks: [{ option: "BLOCK", value: 1 }], reason: "" };
		drawer.write({ answer: half, idempotencyKey: null, refusal: null });
		expect(stateFromKept(drawer.read())).toMatchObject({ phase: "choosing", entered: half });
	});

	it("takes spoiled or foreign contents for empty", () => {
		const storage = memoryStorage();
		for (const spoiled of [
			"{",
			"7",
			"null",
			'{"choice":"YES"}',
			'{"answer":{"marks":{}}}',
			'{"answer":{"marks":[null]}}',
			'{"answer":{"marks":[{"option":1,"value":1}]}}',
			'{"answer":{"marks":[{"option":"A","value":0.5}]}}',
			'{"answer":null,"idempotencyKey":"key"}',
			'{"answer":null,"idempotencyKey":"key","sealed":{"sealed":7}}',
		]) {
			storage.setItem("crossroads.ballot.ana.poll", spoiled);
			expect(ballotDrawer("ana", "poll", null, storage).read()).toBeNull();
		}
	});

	it("does without a storage that refuses", () => {
		const refusing = {
			...memoryStorage(),
			setItem: () => {
				throw new Error("full");
			},
		} as Storage;
		expect(() =>
			ballotDrawer("ana", "poll", null, refusing).write({ answer: no, idempotencyKey: null, refusal: null }),
		).not.toThrow();
	});
});

function memoryStorage(): Storage {
	const items = new Map<string, string>();
	return {
		getItem: (name: string) => items.get(name) ?? null,
		setItem: (name: string, value: string) => void items.set(name, value),
		removeItem: (name: string) => void items.delete(name),
	} as Storage;
}
