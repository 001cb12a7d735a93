import { Role } from "@crossroads/shared";
import { describe, expect, test } from "vitest";
import { aRole, aViewer, inNetwork } from "../testing/builders.ts";
import { type Action, may, type Subject } from "./policies.ts";
import { nobody } from "./Viewer.ts";

const subject: Subject = { networkId: "net", partnerId: "city", eventId: "event", sessionId: "session" };
const elsewhere: Subject = {
	networkId: "net2",
	partnerId: "city2",
	eventId: "event2",
	sessionId: "session2",
};

/** Each role as it is usually held, inside of the subject. */
const held = {
	NC: aRole(Role.NETWORK_COORDINATOR, inNetwork),
	PC: aRole(Role.PARTNER_COORDINATOR, { ...inNetwork, partnerId: "city" }),
	F: aRole(Role.FACILITATOR, { ...inNetwork, eventId: "event", sessionId: "session" }),
	D: aRole(Role.DELEGATE, { ...inNetwork, partnerId: "city", eventId: "event" }),
	PM: aRole(Role.PANEL_MEMBER, { ...inNetwork, partnerId: "city" }),
	T: aRole(Role.TRANSLATOR, inNetwork),
	O: aRole(Role.OBSERVER, inNetwork),
};
const names = Object.keys(held) as (keyof typeof held)[];

/** [P1] The table again, from the brief: who may, and nobody else. */
const table: [Action, string][] = [
	["network:read", "NC PC F D PM T O"],
	["panel:manage", "NC PC"],
	["programme:manage", "NC"],
	["session:attend", "D"],
	["session:run", "NC F"],
	["session:read", "NC PC F D O"],
	["recommendation:create", "NC PC"],
	["recommendation:advance", "NC PC"],
	["recommendation:table", "NC F"],
	["draft:read", "NC PC F D PM T O"],
	["draft:write", "NC PC D PM"],
	["poll:run", "NC F"],
];

describe("[P1] the policies", () => {
	test.each(table)("%s is for %s", (action, allowed) => {
		const who = names.filter((name) => may(aViewer(held[name]), action, subject));
		expect(who.join(" ")).toBe(allowed);
	});

	test.each(table)("%s is for nobody whose roles are held elsewhere", (action) => {
		expect(names.filter((name) => may(aViewer(held[name]), action, elsewhere))).toEqual([]);
	});

	test.each(table)("%s is for nobody where the place is not known", (action) => {
		expect(names.filter((name) => may(aViewer(held[name]), action, {}))).toEqual([]);
	});

	test.each(table)("%s is not for the public", (action) => {
		expect(may(nobody, action, subject)).toBe(false);
	});

	test("[P2] voting asks for somebody signed in, since the electorate decides", () => {
		expect(may(nobody, "poll:vote", subject)).toBe(false);
		expect(may(aViewer(), "poll:vote", subject)).toBe(true);
	});
});

describe("[P1] how far a role reaches", () => {
	const ofSession = aRole(Role.OBSERVER, { ...inNetwork, eventId: "event", sessionId: "session" });
	const cases: [string, Parameters<typeof aRole>, Action, Subject, boolean][] = [
		[
			"a partner's coordinator manages no other panel",
			[Role.PARTNER_COORDINATOR, held.PC],
			"panel:manage",
			{ ...subject, partnerId: "city2" },
			false,
		],
		[
			"a facilitator runs no other session of the event",
			[Role.FACILITATOR, held.F],
			"session:run",
			{ ...subject, sessionId: "session2" },
			false,
		],
		[
			"a delegate attends no other event",
			[Role.DELEGATE, held.D],
			"session:attend",
			{ ...subject, eventId: "event2" },
			false,
		],
		["an observer of a session reads it", [Role.OBSERVER, ofSession], "session:read", subject, true],
		[
			"an observer of a session reads no other",
			[Role.OBSERVER, ofSession],
			"session:read",
			{ ...subject, sessionId: "session2" },
			false,
		],
		[
			"a coordinator named for one partner alone runs no session",
			[Role.NETWORK_COORDINATOR, held.PC],
			"session:run",
			subject,
			false,
		],
	];
	test.each(cases)("%s", (_, [role, place], action, where, expected) => {
		expect(may(aViewer(aRole(role, place)), action, where)).toBe(expected);
	});
});
