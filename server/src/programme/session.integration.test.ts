import { expect, test } from "vitest";
import { describeWithDatabase, type TestDatabase } from "../database/testing/testDatabase.ts";
import { countPresence, createProgrammeRoom, programmeEntities } from "./index.ts";
import { aPlenary, type Plenary } from "./testing/aPlenary.ts";

const noMail = { sendsMail: false, send: async () => undefined };

function roomOver(database: TestDatabase) {
	const announced: string[] = [];
	const room = createProgrammeRoom({
		database,
		clock: () => new Date(),
		announce: (topic) => void announced.push(topic),
		mailer: noMail,
		people: { errands: { run: (_name, work) => void work() } },
	});
	return { room, announced };
}

describeWithDatabase("a session", programmeEntities, (database) => {
	const setUp = async (options = {}) => {
		const plenary = await aPlenary(database(), options);
		return { ...roomOver(database()), plenary };
	};
	const titles = async ({ sessionId }: Plenary) => {
		const agenda = await roomOver(database()).room.shelf.agendaOf(sessionId);
		expect(agenda.map(({ index }) => index)).toEqual(agenda.map((_item, place) => place));
		return agenda.map(({ title }) => title);
	};
	const versionOf = async ({ sessionId }: Plenary) =>
		(await roomOver(database()).room.shelf.session(sessionId))?.version as number;
	const presentIn = async ({ sessionId }: Plenary) =>
		countPresence(await roomOver(database()).room.shelf.presenceOf(sessionId));

	test("[A5] of thirty check-ins of one delegate at the same time, one counts", async () => {
		const { room, plenary } = await setUp();
		const { viewer } = plenary.delegates[0] as Plenary["delegates"][0];
		const outcomes = await Promise.all(
			Array.from({ length: 30 }, () => room.checkIn(viewer, plenary.sessionId)),
		);
		expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
		expect(outcomes.filter((outcome) => outcome === "already-checked-in")).toHaveLength(29);
		expect((await presentIn(plenary)).present).toBe(1);
	});

	test("[A5] without the unique index a check-in fails rather than counting twice", async () => {
		const { room, plenary } = await setUp();
		const { viewer } = plenary.delegates[0] as Plenary["delegates"][0];
		await database().query("drop index presence_now");
		await expect(room.checkIn(viewer, plenary.sessionId)).rejects.toThrow("ON CONFLICT");
		await database().query(
			"create unique index presence_now on presence (session_id, person_id) where checked_out_at is null",
		);
		expect(await room.checkIn(viewer, plenary.sessionId)).toBeNull();
	});

	test("[A5] presence is counted by partner and by group, of those on the list", async () => {
		const { room, plenary, announced } = await setUp();
		const [first, second, , fourth] = plenary.delegates as [never, never, never, never] &
			Plenary["delegates"];
		for (const { viewer } of [first, second, fourth] as Plenary["delegates"])
			expect(await room.checkIn(viewer, plenary.sessionId)).toBeNull();
		const counts = await presentIn(plenary);
		expect(counts).toMatchObject({ present: 3, entitled: 6 });
		expect(counts.byPartner.map(({ present, entitled }) => [present, entitled])).toEqual([
			[2, 3],
			[1, 3],
		]);
		expect(counts.byGroup.map(({ present, entitled }) => [present, entitled])).toEqual([
			[2, 2],
			[1, 2],
			[0, 2],
		]);
		expect(announced).toEqual(Array(3).fill(`presence:${plenary.sessionId}`));
		expect(await room.presentDelegates(database(), plenary.sessionId)).toHaveLength(3);
		expect(await room.entitledCounts(database(), plenary.sessionId)).toEqual({ persons: 6, cities: 2 });
	});

	test("[A5] who checks out is gone, with the request for the floor, and may come back", async () => {
		const { room, plenary } = await setUp();
		const { viewer, personId } = plenary.delegates[0] as Plenary["delegates"][0];
		expect(await room.checkOut(viewer, plenary.sessionId)).toBe("not-checked-in");
		await room.checkIn(viewer, plenary.sessionId);
		await room.askForTheFloor(viewer, plenary.sessionId);
		expect(await room.checkOut(viewer, plenary.sessionId)).toBeNull();
		expect(await room.shelf.floorOf(plenary.sessionId)).toEqual([]);
		expect(await room.shelf.isPresent(plenary.sessionId, personId)).toBe(false);
		expect(await room.checkIn(viewer, plenary.sessionId)).toBeNull();
	});

	test("[A1] nobody acts where they may not, and a stranger cannot tell a session from none", async () => {
		const { room, plenary } = await setUp();
		const { sessionId, stranger, facilitator } = plenary;
		const delegate = (plenary.delegates[0] as Plenary["delegates"][0]).viewer;
		const nobody = { personId: null, signInId: null, roles: [] };
		const none = "00000000-0000-4000-8000-000000000000";
		expect(await room.checkIn(nobody, sessionId)).toBe("not-signed-in");
		expect(await room.checkIn(stranger, sessionId)).toBe("not-found");
		expect(await room.checkIn(stranger, none)).toBe("not-found");
		expect(await room.checkIn(stranger, "' or 1=1")).toBe("not-found");
		expect(await room.checkIn(facilitator, sessionId)).toBe("not-allowed");
		expect(await room.goToAgendaItem(delegate, sessionId, plenary.itemIds[0] as string)).toBe("not-allowed");
		expect(await room.moveAgendaItem(stranger, plenary.itemIds[0] as string, 2)).toBe("not-found");
		expect(await room.removeAgendaItem(delegate, plenary.itemIds[0] as string)).toBe("not-allowed");
		expect(await versionOf(plenary)).toBe(1);
	});

	test("[A1] what is announced is the session, however its id was written", async () => {
		const { room, plenary, announced } = await setUp();
		const { facilitator, itemIds, sessionId } = plenary;
		const { viewer } = plenary.delegates[0] as Plenary["delegates"][0];
		const written = sessionId.toUpperCase();
		expect(await room.goToAgendaItem(facilitator, written, itemIds[0] as string)).toBeNull();
		expect(await room.checkIn(viewer, written)).toBeNull();
		expect(await room.checkOut(viewer, written)).toBeNull();
		const [session, presence] = [`session:${sessionId}`, `presence:${sessionId}`];
		expect(announced).toEqual([session, presence, session, presence]);
	});

	test("[A1] an item of another session is not found", async () => {
		const { room, plenary } = await setUp();
		const other = await aPlenary(database());
		const foreign = other.itemIds[0] as string;
		expect(await room.goToAgendaItem(plenary.facilitator, plenary.sessionId, foreign)).toBe("not-found");
		expect(await room.moveAgendaItem(plenary.facilitator, foreign, 1)).toBe("not-found");
	});

	test("[A3] items moved by two at the same time all stay, each once, in places without gaps", async () => {
		const { room, plenary } = await setUp({ titles: [..."abcdefgh"] });
		const before = await versionOf(plenary);
		const moves = Array.from({ length: 24 }, (_move, number) =>
			room.moveAgendaItem(plenary.facilitator, plenary.itemIds[number % 8] as string, (number * 5) % 8),
		);
		expect(await Promise.all(moves)).toEqual(Array(24).fill(null));
		expect((await titles(plenary)).sort()).toEqual([..."abcdefgh"]);
		expect(await versionOf(plenary)).toBe(before + 24);
	});

	test("[A3] adding, moving and removing keep the order that was dragged", async () => {
		const { room, plenary, announced } = await setUp({ titles: ["a", "b", "c"] });
		const { facilitator, sessionId, itemIds } = plenary;
		const item = { kind: "BREAK" as const, minutes: 15, recommendationId: null };
		expect(await room.addAgendaItem(facilitator, sessionId, { ...item, title: " x " }, 1)).toBeNull();
		expect(await titles(plenary)).toEqual(["a", "x", "b", "c"]);
		await room.moveAgendaItem(facilitator, itemIds[2] as string, 0);
		expect(await titles(plenary)).toEqual(["c", "a", "x", "b"]);
		await room.removeAgendaItem(facilitator, itemIds[0] as string);
		expect(await titles(plenary)).toEqual(["c", "x", "b"]);
		expect(await room.addAgendaItem(facilitator, sessionId, { ...item, title: " " }, null)).toBe(
			"invalid-input",
		);
		const foreign = { ...item, title: "y", recommendationId: itemIds[1] as string };
		expect(await room.addAgendaItem(facilitator, sessionId, foreign, null)).toBe("not-found");
		expect(announced).toEqual(Array(3).fill(`session:${sessionId}`));
	});

	test("[A4] going through the agenda writes when each item began and ended", async () => {
		const { room, plenary } = await setUp({ titles: ["a", "b"] });
		const { facilitator, sessionId, itemIds } = plenary;
		const [a, b] = itemIds as [string, string];
		await room.goToAgendaItem(facilitator, sessionId, a);
		await room.goToAgendaItem(facilitator, sessionId, b);
		const [first, second] = await room.shelf.agendaOf(sessionId);
		expect(first).toMatchObject({
			isCurrent: false,
			startedAt: expect.any(Date),
			finishedAt: expect.any(Date),
		});
		expect(second).toMatchObject({ isCurrent: true, startedAt: expect.any(Date), finishedAt: null });
		expect(await room.removeAgendaItem(facilitator, a)).toBe("state-does-not-allow");
		await room.goToAgendaItem(facilitator, sessionId, a);
		const [again] = await room.shelf.agendaOf(sessionId);
		expect(again).toMatchObject({ isCurrent: true, startedAt: first?.startedAt, finishedAt: null });
		await room.goToAgendaItem(facilitator, sessionId, null);
		expect((await room.shelf.agendaOf(sessionId)).some(({ isCurrent }) => isCurrent)).toBe(false);
	});

	test("[A6] speakers wait in the order of asking; one speaks at a time", async () => {
		const { room, plenary } = await setUp();
		const { sessionId, facilitator } = plenary;
		const [first, second] = plenary.delegates as [Plenary["delegates"][0], Plenary["delegates"][0]];
		expect(await room.askForTheFloor(first.viewer, sessionId)).toBe("not-checked-in");
		for (const { viewer } of [first, second]) await room.checkIn(viewer, sessionId);
		for (const { viewer } of [first, second]) expect(await room.askForTheFloor(viewer, sessionId)).toBeNull();
		expect(await room.askForTheFloor(first.viewer, sessionId)).toBe("already-asked-for-the-floor");
		const [waiting, next] = await room.shelf.floorOf(sessionId);
		expect([waiting?.personId, next?.personId]).toEqual([first.personId, second.personId]);
		expect(await room.callSpeaker(facilitator, next?.id as string)).toBeNull();
		expect((await room.shelf.floorOf(sessionId)).map(({ personId }) => personId)).toEqual([
			second.personId,
			first.personId,
		]);
		expect(await room.callSpeaker(facilitator, waiting?.id as string)).toBeNull();
		expect((await room.shelf.floorOf(sessionId)).map(({ personId }) => personId)).toEqual([first.personId]);
		expect(await room.endSpeaker(facilitator, waiting?.id as string)).toBeNull();
		expect(await room.shelf.floorOf(sessionId)).toEqual([]);
		expect(await room.withdrawFloorRequest(first.viewer, sessionId)).toBe("not-found");
	});

	test("[A10] a transaction that has touched the session sees a presence that stands still", async () => {
		const { room, plenary } = await setUp();
		const { viewer } = plenary.delegates[0] as Plenary["delegates"][0];
		let checkedIn: Promise<unknown> = Promise.resolve();
		const seen = await database().transaction(async (tx) => {
			await room.touchSession(tx, plenary.sessionId);
			checkedIn = room.checkIn(viewer, plenary.sessionId);
			await database().query("select pg_sleep(0.05)");
			return room.presentDelegates(tx, plenary.sessionId);
		});
		expect(seen).toEqual([]);
		expect(await checkedIn).toBeNull();
	});

	test("[A11] a recommendation is put after the current item, or found where it is", async () => {
		const { room, plenary } = await setUp({ titles: ["a", "b", "c"] });
		const { sessionId, facilitator, itemIds, networkId } = plenary;
		await room.goToAgendaItem(facilitator, sessionId, itemIds[0] as string);
		const recommendationId = await aRecommendation(networkId);
		const place = () =>
			database().transaction((tx) => room.placeOnAgenda(tx, sessionId, recommendationId, "Rooms"));
		const itemId = await place();
		expect(await titles(plenary)).toEqual(["a", "Rooms", "b", "c"]);
		expect(await place()).toBe(itemId);
		expect(await titles(plenary)).toHaveLength(4);
		const item = { kind: "DECISION" as const, title: "again", minutes: null, recommendationId };
		expect(await room.addAgendaItem(facilitator, sessionId, item, null)).toBeNull();
	});

	async function aRecommendation(networkId: string): Promise<string> {
		const [theme] = await database().query<{ id: string }>(
			"insert into theme (network_id, code, ordinal, title) values ($1, 't', 1, 'T') returning id",
			[networkId],
		);
		const [row] = await database().query<{ id: string }>(
			`insert into recommendation (network_id, theme_id, number, title, state)
			values ($1, $2, 1, 'Rooms', 'REVIEW') returning id`,
			[networkId, theme?.id],
		);
		return row?.id as string;
	}
});
