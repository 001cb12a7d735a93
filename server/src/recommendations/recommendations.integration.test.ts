import { createHash, randomUUID } from "node:crypto";
import { enforceShape } from "@crossroads/shared";
import { expect, test } from "vitest";
import { schemaDifference } from "../database/index.ts";
import { describeWithDatabase } from "../database/testing/testDatabase.ts";
import { viewerOf } from "../drafting/testing/draftWorld.ts";
import { type Typist, typistAt } from "../drafting/testing/writtenText.ts";
import type { Viewer } from "../people/index.ts";
import { recommendationsEntities, versionContent } from "./index.ts";
import { begun, buildWorld, done, idOf, inReview, stateOf, wishOf } from "./testing/recommendationsWorld.ts";

describeWithDatabase("recommendations on PostgreSQL", recommendationsEntities, (database) => {
	test("the entities say what the tables are", async () => {
		expect(await schemaDifference(database())).toEqual([]);
	});

	test("[R1, R3] from the first line to the agenda, every step is in the history", async () => {
		const world = await buildWorld(database());
		const recommendationId = await inReview(world);
		world.announced.length = 0;
		const tabled = done(
			await world.room.tableRecommendation(world.coordinator, {
				recommendationId,
				sessionId: world.sessionId,
			}),
		);
		expect(tabled.version).toMatchObject({
			number: 1,
			language: "en",
			text: "We ask for houses of welcome.",
		});
		expect(world.announced.sort()).toEqual([
			`recommendation:${recommendationId}`,
			`session:${world.sessionId}`,
		]);
		const [item] = await database().query("select * from agenda_item where session_id = $1", [
			world.sessionId,
		]);
		expect(item).toMatchObject({
			id: tabled.agendaItemId,
			recommendation_id: recommendationId,
			title: "Open doors",
		});
		const history = await world.room.shelf.historyOf(recommendationId);
		expect(
			history.map(({ from, to, personName, versionNumber }) => [from, to, personName, versionNumber]),
		).toEqual([
			[null, "DRAFT", "Ana", null],
			["DRAFT", "REVIEW", "Ana", null],
			["REVIEW", "TABLED", "Ana", 1],
		]);
	});

	test("[R2] the hash of a version can be recomputed from what is read of it", async () => {
		const world = await buildWorld(database());
		const recommendationId = await inReview(world);
		done(
			await world.room.tableRecommendation(world.coordinator, {
				recommendationId,
				sessionId: world.sessionId,
			}),
		);
		const [version] = await world.room.shelf.versionsOf(recommendationId);
		if (!version) throw new Error("no version");
		const recomputed = createHash("sha256").update(versionContent(version), "utf8").digest("hex");
		expect(version.contentHash).toBe(recomputed);
		expect(enforceShape(version.document).dropped).toEqual({});
	});

	test("an empty draft is not tabled, and nothing is left of the attempt", async () => {
		const world = await buildWorld(database());
		const recommendationId = await begun(world);
		const wish = { recommendationId, sessionId: world.sessionId };
		expect(await world.room.tableRecommendation(world.coordinator, wish)).toEqual({
			refusal: "not-in-review",
		});
		done(await world.room.sendToReview(world.coordinator, recommendationId));
		expect(await world.room.tableRecommendation(world.coordinator, wish)).toEqual({
			refusal: "draft-is-empty",
		});
		expect(await stateOf(world, recommendationId)).toBe("REVIEW");
		expect(await world.room.shelf.versionsOf(recommendationId)).toEqual([]);
	});

	test("[R3] two who table at once freeze one version", async () => {
		const world = await buildWorld(database());
		const recommendationId = await inReview(world);
		const wish = { recommendationId, sessionId: world.sessionId };
		const answers = await Promise.all(
			[1, 2, 3, 4].map(() => world.room.tableRecommendation(world.coordinator, wish)),
		);
		expect(answers.map(({ refusal }) => refusal).sort()).toEqual([
			"already-tabled",
			"already-tabled",
			"already-tabled",
			null,
		]);
		expect(await world.room.shelf.versionsOf(recommendationId)).toHaveLength(1);
	});

	test("[R4] while many write, tabling freezes every update that was acknowledged, and later ones are refused", async () => {
		const world = await buildWorld(database());
		const recommendationId = await inReview(world);
		const draftId = (await world.drafting.draftOfRecommendation(recommendationId))?.id as string;
		const opened = Array.from({ length: 61 }, () => typistAt(world.drafting, world.coordinator, draftId));
		const typists = await Promise.all(opened);
		const pushes = Array.from({ length: 60 }, async (_, at) => {
			for (let turn = 0; turn < at; turn++) await Promise.resolve();
			const updates = [(typists[at] as Typist).writeParagraph(`line ${at}.`)];
			const pushed = await world.drafting.pushDraftUpdates(world.coordinator, {
				draftId,
				pushId: randomUUID(),
				updates,
			});
			return { at, refusal: pushed.refusal };
		});
		const tabling = world.room.tableRecommendation(world.coordinator, {
			recommendationId,
			sessionId: world.sessionId,
		});
		const late = tabling.then(() =>
			world.drafting.pushDraftUpdates(world.coordinator, {
				draftId,
				pushId: randomUUID(),
				updates: [(typists[60] as Typist).writeParagraph("too late")],
			}),
		);
		const { version } = done(await tabling);
		for (const { at, refusal } of await Promise.all(pushes))
			if (refusal === null) expect(version.text).toContain(`line ${at}.`);
			else {
				expect(refusal).toBe("draft-is-read-only");
				expect(version.text).not.toContain(`line ${at}.`);
			}
		expect(await late).toEqual({ refusal: "draft-is-read-only" });
	});

	test("[R5] a poll's result decides the newest version, once", async () => {
		const world = await buildWorld(database());
		const recommendationId = await inReview(world);
		const tabled = done(
			await world.room.tableRecommendation(world.coordinator, {
				recommendationId,
				sessionId: world.sessionId,
			}),
		);
		const pollId = await idOf(
			database(),
			"insert into poll (session_id, question, state) values ($1, 'Adopt?', 'PUBLISHED')",
			[world.sessionId],
		);
		const decide = (isAdopted: boolean, versionId = tabled.version.id) =>
			database().transaction((tx) =>
				world.room.decideRecommendation(tx, {
					versionId,
					pollId,
					isAdopted,
					personId: world.personId,
					at: new Date(),
				}),
			);
		expect(await decide(true, randomUUID())).toEqual({ refusal: "not-found" });
		expect(await decide(true)).toMatchObject({
			refusal: null,
			topics: [`recommendation:${recommendationId}`, `session:${world.sessionId}`],
		});
		expect(await stateOf(world, recommendationId)).toBe("ADOPTED");
		expect(await decide(false)).toEqual({ refusal: "state-does-not-allow" });
		expect(await world.room.withdrawRecommendation(world.coordinator, recommendationId)).toEqual({
			refusal: "state-does-not-allow",
		});
		expect((await world.room.shelf.historyOf(recommendationId)).at(-1)).toMatchObject({
			to: "ADOPTED",
			pollId,
			versionNumber: 1,
		});
	});

	test("[R6] who may not is refused; who may not even look is told nothing", async () => {
		const world = await buildWorld(database());
		const recommendationId = await inReview(world);
		const delegate = viewerOf(world.personId, "DELEGATE", world.networkId);
		const stranger = viewerOf(world.personId, "NETWORK_COORDINATOR", randomUUID());
		const tries: [string, (viewer: Viewer) => Promise<{ refusal: unknown }>][] = [
			["create", (viewer) => world.room.createRecommendation(viewer, wishOf(world))],
			["review", (viewer) => world.room.sendToReview(viewer, recommendationId)],
			["withdraw", (viewer) => world.room.withdrawRecommendation(viewer, recommendationId)],
			[
				"table",
				(viewer) => world.room.tableRecommendation(viewer, { recommendationId, sessionId: world.sessionId }),
			],
		];
		for (const [name, attempt] of tries) {
			expect([name, await attempt(delegate)]).toEqual([name, { refusal: "not-allowed" }]);
			expect([name, await attempt(stranger)]).toEqual([name, { refusal: "not-found" }]);
		}
		expect(await stateOf(world, recommendationId)).toBe("REVIEW");
		for (const id of ["", "1", randomUUID(), "' or 1=1 --"]) {
			expect(await world.room.sendToReview(world.coordinator, id)).toEqual({ refusal: "not-found" });
			expect(await world.room.shelf.recommendation(id)).toBeNull();
		}
	});

	test("a theme of another network, an empty title and a made-up language are refused", async () => {
		const world = await buildWorld(database());
		const other = await buildWorld(database());
		const create = (wish: object) =>
			world.room.createRecommendation(world.coordinator, { ...wishOf(world), ...wish });
		expect(await create({ themeId: other.themeId })).toEqual({ refusal: "invalid-input" });
		expect(await create({ themeId: "x" })).toEqual({ refusal: "invalid-input" });
		expect(await create({ title: " \u202e " })).toEqual({ refusal: "invalid-input" });
		expect(await create({ language: "Klingon" })).toEqual({ refusal: "invalid-input" });
	});

	test("numbers are counted within the network, also by many at once", async () => {
		const world = await buildWorld(database());
		await Promise.all(Array.from({ length: 8 }, () => begun(world)));
		const numbers = (await world.room.shelf.ofNetwork(world.networkId)).map(({ number }) => number);
		expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(await world.room.shelf.ofTheme(world.themeId)).toHaveLength(8);
	});

	test("an imported recommendation has its text, its history and what it rests on", async () => {
		const world = await buildWorld(database());
		const partnerId = await idOf(
			database(),
			"insert into partner (network_id, code, role, name, city, country, ordinal) values ($1, 'ETT', 'CORE', 'P', 'Etterbeek', 'BE', 1)",
			[world.networkId],
		);
		const initiativeId = await idOf(
			database(),
			"insert into initiative (partner_id, title) values ($1, 'House')",
			[partnerId],
		);
		const { document } = enforceShape({
			type: "doc",
			content: [{ type: "paragraph", content: [{ type: "text", text: "Imported." }] }],
		});
		const made = await database().transaction((tx) =>
			world.room.importRecommendation(tx, {
				...wishOf(world),
				document,
				initiativeIds: [initiativeId],
				isDemonstration: true,
			}),
		);
		expect(made).toMatchObject({ state: "REVIEW", number: 1, isDemonstration: true });
		expect(await world.room.shelf.basesOf(made.id)).toMatchObject([{ initiativeId, findingId: null }]);
		expect((await world.room.shelf.historyOf(made.id)).map(({ to }) => to)).toEqual(["DRAFT", "REVIEW"]);
		const tabled = done(
			await world.room.tableRecommendation(world.coordinator, {
				recommendationId: made.id,
				sessionId: world.sessionId,
			}),
		);
		expect(tabled.version.document).toEqual(document);
	});
});
