import { expect, test } from "vitest";
import { freshen } from "./newestOnly.ts";

const poll = (version: number, cast: number) => ({ __typename: "Poll", id: "1", version, tally: { cast } });

test("older news of a view is replaced by what is known to be newer", () => {
	const newest = new Map();
	expect(freshen({ poll: poll(3, 30) }, newest)).toEqual({ poll: poll(3, 30) });
	expect(freshen({ castBallot: { poll: poll(2, 20) } }, newest)).toEqual({
		castBallot: { poll: poll(3, 30) },
	});
});

test("newer news passes as it came", () => {
	const newest = new Map();
	freshen({ poll: poll(3, 30) }, newest);
	expect(freshen({ poll: poll(4, 31) }, newest)).toEqual({ poll: poll(4, 31) });
});

test("fields that only the older answer has are kept from it", () => {
	const newest = new Map();
	freshen({ poll: poll(3, 30) }, newest);
	const older = { ...poll(2, 20), question: "Shall we?" };
	expect(freshen(older, newest)).toEqual({ ...poll(3, 30), question: "Shall we?" });
});

test("a view inside a view is freshened as well", () => {
	const newest = new Map();
	const presence = (version: number) => ({ __typename: "Presence", sessionId: "s", version });
	freshen(presence(7), newest);
	const session = { __typename: "Session", id: "s", version: 1, presence: presence(5) };
	expect(freshen(session, newest)).toEqual({ ...session, presence: presence(7) });
});

test("what has no version passes unchanged", () => {
	const answer = { viewer: { __typename: "Viewer", id: "1" }, list: [1, null, "a"] };
	expect(freshen(answer, new Map())).toEqual(answer);
});
