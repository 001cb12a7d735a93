import "reflect-metadata";
import { expect, test } from "vitest";
import { readConfig } from "../config.ts";
import type { Database } from "../database/index.ts";
import { describeWithDatabase } from "../database/testing/testDatabase.ts";
import { createRooms, entities, type Rooms } from "../house.ts";
import { countPresence } from "../programme/index.ts";
import { loadDemonstration } from "./index.ts";

function roomsOver(database: Database): Rooms {
	const nothing = () => undefined;
	return createRooms({
		database,
		config: readConfig({}),
		keys: { ballot: new Uint8Array(32), board: new Uint8Array(32) },
		clock: () => new Date(),
		address: () => "http://localhost",
		announce: nothing,
		append: nothing,
		viewerChanged: nothing,
		warn: nothing,
	});
}

describeWithDatabase("the demonstration", entities, (database) => {
	const count = async (table: string) => {
		const [row] = await database().query<{ count: number }>(`select count(*)::int as count from ${table}`);
		return row?.count;
	};

	test("that breaks in the middle leaves the database empty, so that the next start fills it", async () => {
		const rooms = roomsOver(database());
		const recordRoles = () => Promise.reject(new Error("power cut"));
		const broken = { ...rooms, people: { ...rooms.people, recordRoles } };
		await expect(loadDemonstration(database(), broken)).rejects.toThrow("power cut");
		expect([await count("network"), await count("person")]).toEqual([0, 0]);
	});

	test("fills an empty database once, with a plenary that can be held", async () => {
		const rooms = roomsOver(database());
		expect(await loadDemonstration(database(), rooms)).toBe(true);
		expect(await loadDemonstration(database(), rooms)).toBe(false);

		const network = await rooms.network.shelf.networkByCode("CRISCO");
		const partners = await rooms.network.shelf.partnersOf(network?.id as string);
		const panels = await Promise.all(partners.map((partner) => rooms.network.panelOf(partner)));
		expect(panels.every(({ size }) => size >= 9 && size <= 11)).toBe(true);
		expect(panels.filter(({ isBalanced }) => !isBalanced)).toHaveLength(2);

		const [session] = await rooms.programme.shelf.sessionsOfNetwork(network?.id as string);
		expect(session).toMatchObject({ kind: "PLENARY" });
		const agenda = await rooms.programme.shelf.agendaOf(session?.id as string);
		expect(agenda).toHaveLength(4);
		expect(agenda.filter(({ recommendationTitle }) => recommendationTitle !== null)).toHaveLength(3);
		const presence = countPresence(await rooms.programme.shelf.presenceOf(session?.id as string));
		expect(presence).toMatchObject({ present: 0, entitled: 30 });
		expect(await rooms.programme.shelf.eventByJoinCode("HTQ7MWK4")).toMatchObject({ place: "Etterbeek" });
	});

	test("marks its people as invented and leaves the initiatives of record what they are", async () => {
		const people = await roomsOver(database()).people.demoPersons();
		expect(people.length).toBe(await count("person"));
		expect(people.filter(({ roles }) => roles.includes("DELEGATE"))).toHaveLength(30);
		expect(people.filter(({ roles }) => roles.includes("FACILITATOR"))).toHaveLength(1);
		const ofRecord = await database().query("select title from initiative where not is_demonstration");
		expect(ofRecord).toHaveLength(4);
	});
});
