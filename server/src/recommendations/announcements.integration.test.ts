import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { describeWithDatabase } from "../database/testing/testDatabase.ts";
import { recommendationsEntities } from "./index.ts";
import { buildWorld, done, idOf, inReview, type World } from "./testing/recommendationsWorld.ts";

describeWithDatabase("who hears of a recommendation's steps", recommendationsEntities, (database) => {
	/** A recommendation on the agendas of two sessions, and a third session that does not name it. */
	const named = async () => {
		const world = await buildWorld(database());
		const id = await inReview(world);
		const other = await aSession(world);
		const unconcerned = await aSession(world);
		for (const sessionId of [world.sessionId, other]) await putOnAgenda(sessionId, id);
		world.announced.length = 0;
		return { world, id, other, unconcerned };
	};

	const aSession = ({ eventId }: World) =>
		idOf(database(), "insert into session (event_id, kind, title, ordinal) values ($1, 'WORKSHOP', 'W', 2)", [
			eventId,
		]);

	const putOnAgenda = (sessionId: string, recommendationId: string) =>
		idOf(
			database(),
			"insert into agenda_item (session_id, ordinal, kind, title, recommendation_id) values ($1, 0, 'DECISION', 'D', $2)",
			[sessionId, recommendationId],
		);

	const versionOf = async (sessionId: string) => {
		const [row] = await database().query<{ version: string }>("select version from session where id = $1", [
			sessionId,
		]);
		return Number(row?.version);
	};

	test("[R7] withdrawing tells every session whose agenda names it, and raises their versions", async () => {
		const { world, id, other, unconcerned } = await named();
		done(await world.room.withdrawRecommendation(world.coordinator, id.toUpperCase()));
		expect([...world.announced].sort()).toEqual(
			[`recommendation:${id}`, `session:${world.sessionId}`, `session:${other}`].sort(),
		);
		expect(await Promise.all([world.sessionId, other, unconcerned].map(versionOf))).toEqual([2, 2, 1]);
	});

	test("[R7] tabling in one session tells the others that name it too, by their recorded ids", async () => {
		const { world, id, other } = await named();
		const wish = { recommendationId: id.toUpperCase(), sessionId: world.sessionId.toUpperCase() };
		done(await world.room.tableRecommendation(world.coordinator, wish));
		expect([...world.announced].sort()).toEqual(
			[`recommendation:${id}`, `session:${world.sessionId}`, `session:${other}`].sort(),
		);
		expect(await versionOf(other)).toBe(2);
	});

	test("[R7] a decision gives the sessions that name it as topics", async () => {
		const { world, id, other } = await named();
		const wish = { recommendationId: id, sessionId: world.sessionId };
		const { version } = done(await world.room.tableRecommendation(world.coordinator, wish));
		const pollId = await idOf(
			database(),
			"insert into poll (session_id, question, state) values ($1, 'Adopt?', 'PUBLISHED')",
			[world.sessionId],
		);
		const { personId } = world;
		const decision = { versionId: version.id, pollId, isAdopted: true, personId, at: new Date() };
		const decided = await database().transaction((tx) => world.room.decideRecommendation(tx, decision));
		expect([...done(decided).topics].sort()).toEqual(
			[`recommendation:${id}`, `session:${world.sessionId}`, `session:${other}`].sort(),
		);
	});

	test("[R7] a refused step tells nobody and raises nothing", async () => {
		const { world, id } = await named();
		expect(await world.room.sendToReview(world.coordinator, id)).toEqual({ refusal: "not-in-draft" });
		expect(await world.room.withdrawRecommendation(world.coordinator, randomUUID())).toEqual({
			refusal: "not-found",
		});
		expect(world.announced).toEqual([]);
		expect(await versionOf(world.sessionId)).toBe(1);
	});
});
