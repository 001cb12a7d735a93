import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { describeWithDatabase } from "../database/testing/testDatabase.ts";
import { type Mail, nobody } from "../people/index.ts";
import { aRole, aViewer } from "../people/testing/builders.ts";
import { type JoinBudgets, joinBudgets } from "./domain/joinBudget.ts";
import { createProgrammeRoom, programmeEntities } from "./index.ts";
import { aPlenary, type Plenary } from "./testing/aPlenary.ts";

const minute = 60_000;
let days = 0;

describeWithDatabase("joining by code", programmeEntities, (database) => {
	const setUp = async (budgets: JoinBudgets = joinBudgets) => {
		const plenary = await aPlenary(database());
		const mails: Mail[] = [];
		// Each test on days of its own, so that none sees another's attempts.
		days += 7;
		let now = Date.UTC(2026, 0, days);
		const room = createProgrammeRoom({
			database: database(),
			clock: () => new Date(now),
			announce: () => undefined,
			mailer: { sendsMail: true, send: async (mail) => void mails.push(mail) },
			people: { errands: { run: (_name, work) => void work() } },
			budgets,
		});
		const [delegate] = plenary.delegates as [Plenary["delegates"][0]];
		const join = (digits: string, code = plenary.joinCode) =>
			room.confirmJoin(code, delegate.delegateId, digits);
		const digitsOf = (mail: Mail | undefined) => /\n(\d{4})\n/.exec(mail?.text ?? "")?.[1] as string;
		const wait = (ms: number) => {
			now += ms;
		};
		return { plenary, room, mails, delegate, join, digitsOf, wait };
	};

	test("[A7] the badge's digits make sure of a delegate, however the code is written", async () => {
		const { join, delegate, plenary } = await setUp();
		const { joinCode } = plenary;
		expect(await join("0000")).toEqual({ personId: delegate.personId });
		const asSpoken = ` ${joinCode.slice(0, 4)}-${joinCode.slice(4)} `.toLowerCase();
		expect(await join("0000", asSpoken)).toEqual({ personId: delegate.personId });
		expect(await join("0001")).toBe("confirmation-wrong");
		expect(await join("0000", "AAAAAAAA")).toBe("join-code-unknown");
		expect(await join("0000", "x")).toBe("join-code-unknown");
	});

	test("[A7] a delegate of another event is not found by this event's code", async () => {
		const { room, plenary } = await setUp();
		const other = await aPlenary(database());
		const foreign = (other.delegates[0] as Plenary["delegates"][0]).delegateId;
		expect(await room.confirmJoin(plenary.joinCode, foreign, "0000")).toBe("not-found");
		expect(await room.confirmJoin(plenary.joinCode, "no id", "0000")).toBe("not-found");
	});

	test("[A7] mailed digits are good once, for a quarter of an hour", async () => {
		const { room, plenary, mails, delegate, join, digitsOf, wait } = await setUp();
		const send = () => room.sendJoinConfirmation(plenary.joinCode, delegate.delegateId);
		expect(await send()).toBeNull();
		expect(await send()).toBeNull();
		expect(mails).toHaveLength(1);
		expect(await join(digitsOf(mails[0]))).toEqual({ personId: delegate.personId });
		const isBadge = digitsOf(mails[0]) === "0000";
		if (!isBadge) expect(await join(digitsOf(mails[0]))).toBe("confirmation-wrong");
		wait(2 * minute);
		expect(await send()).toBeNull();
		wait(16 * minute);
		if (digitsOf(mails[1]) !== "0000") expect(await join(digitsOf(mails[1]))).toBe("confirmation-wrong");
	});

	test("[A8] after five wrong digits a delegate waits a quarter of an hour, with the right ones too", async () => {
		const { join, delegate, wait } = await setUp();
		for (let attempt = 0; attempt < 5; attempt += 1) expect(await join("9999")).toBe("confirmation-wrong");
		expect(await join("0000")).toBe("too-many-attempts");
		wait(16 * minute);
		expect(await join("0000")).toEqual({ personId: delegate.personId });
	});

	test("[A8] forty guesses at the same time get no more than five", async () => {
		const { join } = await setUp();
		const outcomes = await Promise.all(Array.from({ length: 40 }, () => join("9999")));
		expect(outcomes.filter((outcome) => outcome === "confirmation-wrong")).toHaveLength(5);
		expect(outcomes.filter((outcome) => outcome === "too-many-attempts")).toHaveLength(35);
	});

	test("[A8] the twin: without the budget all forty guesses are looked at", async () => {
		const { join } = await setUp({ ...joinBudgets, delegate: [] });
		const outcomes = await Promise.all(Array.from({ length: 40 }, () => join("9999")));
		expect(outcomes.filter((outcome) => outcome === "confirmation-wrong")).toHaveLength(40);
	});

	test("[A8] an event has a budget for all its delegates, and each delegate one of their own", async () => {
		const { room, plenary } = await setUp({ ...joinBudgets, event: { most: 7, withinMs: 5 * minute } });
		const guess = (place: number) => {
			const { delegateId } = plenary.delegates[place] as Plenary["delegates"][0];
			return room.confirmJoin(plenary.joinCode, delegateId, "9999");
		};
		for (let attempt = 0; attempt < 5; attempt += 1) await guess(0);
		expect(await guess(1)).toBe("confirmation-wrong");
		expect(await guess(1)).toBe("confirmation-wrong");
		expect(await guess(2)).toBe("too-many-attempts");
	});

	test("[A7] a delegate is mailed digits ten times a day, then no more until the next", async () => {
		const { room, plenary, mails, delegate, wait } = await setUp();
		const send = () => room.sendJoinConfirmation(plenary.joinCode, delegate.delegateId);
		for (let mail = 0; mail < 10; mail += 1) {
			expect(await send()).toBeNull();
			wait(2 * minute);
		}
		expect(await send()).toBe("too-many-attempts");
		expect(mails).toHaveLength(10);
		wait(24 * 60 * minute);
		expect(await send()).toBeNull();
		expect(mails).toHaveLength(11);
	});

	test("[A7] the twin: using the digits does not make room for more mails, and without the cap an eleventh leaves", async () => {
		for (const [most, expected] of [
			[10, "too-many-attempts"],
			[1_000, null],
		] as const) {
			const mails = { most, withinMs: 24 * 60 * minute };
			const {
				room,
				plenary,
				mails: sent,
				delegate,
				join,
				digitsOf,
				wait,
			} = await setUp({ ...joinBudgets, mails });
			const send = () => room.sendJoinConfirmation(plenary.joinCode, delegate.delegateId);
			for (let mail = 0; mail < 10; mail += 1) {
				await send();
				expect(await join(digitsOf(sent.at(-1)))).toEqual({ personId: delegate.personId });
				wait(2 * minute);
			}
			expect(await send()).toBe(expected);
		}
	});

	test("[A14] who runs a session of the event lets a locked-out delegate try again; the event's budget stays", async () => {
		const budgets = { ...joinBudgets, event: { most: 7, withinMs: 5 * minute } };
		const { room, plenary, delegate, join } = await setUp(budgets);
		for (let attempt = 0; attempt < 5; attempt += 1) await join("9999");
		expect(await join("0000")).toBe("too-many-attempts");
		const badgeNow = async () => {
			const event = await room.shelf.event(plenary.eventId);
			const badges = event && (await room.badgesOf(plenary.facilitator, event));
			return badges?.find(({ id }) => id === delegate.delegateId);
		};
		expect(await badgeNow()).toMatchObject({ isLockedOut: true, fourDigits: "0000" });
		expect(await room.resetJoinAttempts(plenary.facilitator, delegate.delegateId.toUpperCase())).toBeNull();
		expect(await badgeNow()).toMatchObject({ isLockedOut: false });
		expect(await join("0000")).toEqual({ personId: delegate.personId });
		await join("9999");
		await join("9999");
		expect(await join("9999")).toBe("too-many-attempts");
	});

	test("[A14] badges and resets are for those who run a session of the event or coordinate the network", async () => {
		const { room, plenary, delegate } = await setUp();
		const { networkId, eventId } = plenary;
		const event = await room.shelf.event(eventId);
		if (!event) throw new Error("no event");
		const coordinator = aViewer(aRole("NETWORK_COORDINATOR", { networkId }));
		const elsewhere = (await aPlenary(database())).facilitator;
		const others = [
			[nobody, "not-signed-in"],
			[plenary.stranger, "not-found"],
			[elsewhere, "not-found"],
			[delegate.viewer, "not-allowed"],
			[aViewer(aRole("PARTNER_COORDINATOR", { networkId, partnerId: delegate.partnerId })), "not-allowed"],
			[aViewer(aRole("OBSERVER", { networkId })), "not-allowed"],
			[aViewer(aRole("FACILITATOR", { networkId, sessionId: randomUUID() })), "not-allowed"],
		] as const;
		for (const [viewer, refusal] of others) {
			expect(await room.badgesOf(viewer, event)).toBeNull();
			expect(await room.resetJoinAttempts(viewer, delegate.delegateId)).toBe(refusal);
		}
		for (const viewer of [plenary.facilitator, coordinator]) {
			const badges = await room.badgesOf(viewer, event);
			expect(badges?.map(({ fourDigits }) => fourDigits).sort()).toEqual(
				plenary.delegates.map((_delegate, place) => String(place).padStart(4, "0")),
			);
			expect(await room.resetJoinAttempts(viewer, delegate.delegateId)).toBeNull();
			expect(await room.resetJoinAttempts(viewer, randomUUID())).toBe("not-found");
			expect(await room.resetJoinAttempts(viewer, "no id")).toBe("not-found");
		}
	});

	test("[A8] unknown codes have a budget on the whole server, and it recovers", async () => {
		const budgets = { ...joinBudgets, unknownCodes: { most: 3, withinMs: 5 * minute } };
		const { room, plenary, wait } = await setUp(budgets);
		for (let attempt = 0; attempt < 3; attempt += 1)
			expect(await room.eventOfCode("AAAAAAAA")).toBe("join-code-unknown");
		expect(await room.eventOfCode("AAAAAAAA")).toBe("too-many-attempts");
		expect(await room.eventOfCode(plenary.joinCode)).toBe("too-many-attempts");
		wait(6 * minute);
		expect(await room.eventOfCode(plenary.joinCode)).toMatchObject({ id: plenary.eventId });
	});

	test("[A7] sixty delegates who join at the same time all get in: right digits cost no budget", async () => {
		const { room, plenary } = await setUp();
		const joins = Array.from({ length: 60 }, (_join, number) => {
			const place = number % plenary.delegates.length;
			const { delegateId } = plenary.delegates[place] as Plenary["delegates"][0];
			return room.confirmJoin(plenary.joinCode, delegateId, String(place).padStart(4, "0"));
		});
		for (const outcome of await Promise.all(joins)) expect(outcome).toHaveProperty("personId");
	});
});
