import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { nobody } from "../../people/index.ts";
import { aRole, aViewer } from "../../people/testing/builders.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { anAnswer } from "../testing/ballots.ts";
import { ballotsIn, recordDelegate, recordTabled } from "../testing/pollRecords.ts";
import { aVotingWorld, type VotingWorld } from "../testing/votingWorld.ts";

const entities = [...votingEntities, ...recommendationsEntities];

describeWithDatabase("voting in a session", entities, (database) => {
	let world: VotingWorld;
	let present: string[];

	/** Six delegates of three cities are there, two are not. */
	beforeEach(async () => {
		world = await aVotingWorld(database());
		present = [];
		for (const city of [0, 0, 1, 1, 2, 2]) present.push(await recordDelegate(database(), world.place, city));
		for (const city of [3, 4]) await recordDelegate(database(), world.place, city, { isPresent: false });
	});

	const voter = (place: number) => present[place] as string;

	test("[V3] opening freezes those who are checked in, counts the entitled and hashes the list", async () => {
		const pollId = await world.open();
		const poll = await world.room.reads.poll(pollId);
		expect(poll).toMatchObject({ state: "OPEN", entitled: 8, openedAt: world.time.now });
		const lines = await database().query<{ line: string }>(
			`select e.person_id || ' ' || e.partner_id || ' ' || e.stakeholder_group || ' ' || e.weight || E'\\n' as line
				from elector e where poll_id = $1`,
			[pollId],
		);
		const list = lines.map(({ line }) => line).sort();
		expect(list).toHaveLength(6);
		expect(poll?.electorateHash).toBe(createHash("sha256").update(list.join("")).digest("hex"));
	});

	test("[V3] who checks in after the opening is no elector, and who leaves stays one", async () => {
		const pollId = await world.open();
		const late = await recordDelegate(database(), world.place, 5);
		await database().query("update presence set checked_out_at = now() where person_id = $1", [voter(0)]);
		expect(await world.cast(late, pollId)).toMatchObject({ refusal: "not-an-elector" });
		expect(await world.cast(voter(0), pollId)).toMatchObject({ refusal: null });
	});

	test("[V9] closing computes and stores the result; it does not change any more", async () => {
		const rule = { ...world.wish().rule, needsMajorityOfCities: true };
		const pollId = await world.open({ rule });
		for (const [place, choice] of (["YES", "YES", "YES", "ABSTAIN", "NO"] as const).entries()) {
			expect(await world.cast(voter(place), pollId, choice)).toMatchObject({ refusal: null });
		}
		expect(await world.room.closePoll(world.facilitator, pollId)).toEqual({ pollId, refusal: null });
		expect(await world.cast(voter(5), pollId, "NO")).toMatchObject({ refusal: "poll-closed" });
		const poll = await world.room.reads.poll(pollId);
		expect(poll?.result).toEqual({
			isAdopted: true,
			winners: [],
			rules: [
				{ kind: "QUORUM", isMet: true, have: 6, of: 8, needed: 4 },
				{ kind: "MAJORITY_OF_PERSONS", isMet: true, have: 3, of: 4, needed: 3 },
				{ kind: "MAJORITY_OF_CITIES", isMet: true, have: 2, of: 3, needed: 2 },
			],
		});
		const found = await world.room.reads.countedPoll(pollId);
		expect(found?.counted).toMatchObject({
			state: "CLOSED",
			version: poll?.version,
			tally: { cast: 5, electorateSize: 6 },
		});
	});

	test.each([
		["YES", "ADOPTED"],
		["NO", "REJECTED"],
	] as const)(
		"[V16] publishing a result of %s makes the recommendation %s, and says so",
		async (choice, state) => {
			const { recommendationId, versionId } = await recordTabled(database(), world.place);
			const pollId = await world.open({ recommendationVersionId: versionId });
			await world.cast(voter(0), pollId, choice);
			await world.room.closePoll(world.facilitator, pollId);
			expect(await stateOf(recommendationId)).toBe("TABLED");
			world.announced.length = 0;
			expect(await world.room.publishPoll(world.facilitator, pollId)).toEqual({ pollId, refusal: null });
			expect(await stateOf(recommendationId)).toBe(state);
			expect(world.announced.sort()).toEqual(
				[`poll:${pollId}`, `recommendation:${recommendationId}`, `session:${world.place.sessionId}`].sort(),
			);
			const transitions = await database().query(
				`select to_state, poll_id, person_id from recommendation_transition where recommendation_id = $1`,
				[recommendationId],
			);
			expect(transitions).toEqual([
				{ to_state: state, poll_id: pollId, person_id: world.place.facilitatorId },
			]);
		},
	);

	test("[V16] a recommendation that was withdrawn meanwhile is left alone; the result is published", async () => {
		const { recommendationId, versionId } = await recordTabled(database(), world.place);
		const pollId = await world.open({ recommendationVersionId: versionId });
		await world.room.closePoll(world.facilitator, pollId);
		await database().query("update recommendation set state = 'WITHDRAWN' where id = $1", [recommendationId]);
		expect(await world.room.publishPoll(world.facilitator, pollId)).toMatchObject({ refusal: null });
		expect(await stateOf(recommendationId)).toBe("WITHDRAWN");
		expect(await world.room.reads.poll(pollId)).toMatchObject({ state: "PUBLISHED" });
	});

	test("[V2] a poll's steps come in their only order, each once", async () => {
		const pollId = await world.prepare();
		const { room, facilitator } = world;
		expect(await room.closePoll(facilitator, pollId)).toEqual({ refusal: "poll-not-open" });
		expect(await room.publishPoll(facilitator, pollId)).toEqual({ refusal: "poll-not-closed" });
		expect(await room.openPoll(facilitator, pollId)).toEqual({ pollId, refusal: null });
		expect(await room.openPoll(facilitator, pollId)).toEqual({ refusal: "poll-already-opened" });
		expect(await room.closePoll(facilitator, pollId)).toEqual({ pollId, refusal: null });
		expect(await room.closePoll(facilitator, pollId)).toEqual({ refusal: "poll-closed" });
		expect(await room.publishPoll(facilitator, pollId)).toEqual({ pollId, refusal: null });
		expect(await room.publishPoll(facilitator, pollId)).toEqual({ refusal: "state-does-not-allow" });
	});

	test("[V3] of two polls opened at the same time one is refused", async () => {
		const polls = [await world.prepare(), await world.prepare()];
		const answers = await Promise.all(polls.map((id) => world.room.openPoll(world.facilitator, id)));
		expect(answers.map(({ refusal }) => refusal).sort()).toEqual(["another-poll-is-open", null]);
	});

	test("[V3] a poll before nobody is refused and stays prepared", async () => {
		await database().query("update presence set checked_out_at = now() where session_id = $1", [
			world.place.sessionId,
		]);
		const pollId = await world.prepare();
		expect(await world.room.openPoll(world.facilitator, pollId)).toEqual({ refusal: "nobody-is-present" });
		expect(await world.room.reads.poll(pollId)).toMatchObject({ state: "PREPARED", entitled: null });
	});

	test("raises the session's version and announces with every step, and nothing when it refuses", async () => {
		const version = async () =>
			(
				await database().query<{ version: string }>("select version from session where id = $1", [
					world.place.sessionId,
				])
			)[0]?.version;
		expect(await version()).toBe("1");
		const pollId = await world.open();
		expect(await version()).toBe("3");
		const topics = [`poll:${pollId}`, `session:${world.place.sessionId}`];
		expect(world.announced).toEqual([...topics, ...topics]);
		await world.room.openPoll(world.facilitator, pollId);
		expect(await version()).toBe("3");
		expect(world.announced).toHaveLength(4);
	});

	test("announces a poll's session however its id was written", async () => {
		const pollId = await world.prepare({ sessionId: world.place.sessionId.toUpperCase() });
		expect(world.announced).toEqual([`poll:${pollId}`, `session:${world.place.sessionId}`]);
	});

	test("[V1] refuses polls on what is not there, not tabled, or not asked rightly", async () => {
		const { room, facilitator, wish } = world;
		const draft = await recordTabled(database(), world.place, { state: "REVIEW" });
		const elsewhere = await aVotingWorld(database());
		const foreign = await recordTabled(database(), elsewhere.place);
		const rule = { ...wish().rule, quorum: { numerator: 3, denominator: 2 } };
		const refusals = [
			await room.createPoll(facilitator, wish({ sessionId: randomUUID() })),
			await room.createPoll(facilitator, wish({ sessionId: "1 or 1=1" })),
			await room.createPoll(facilitator, wish({ agendaItemId: randomUUID() })),
			await room.createPoll(facilitator, wish({ recommendationVersionId: randomUUID() })),
			await room.createPoll(facilitator, wish({ recommendationVersionId: foreign.versionId })),
			await room.createPoll(facilitator, wish({ recommendationVersionId: draft.versionId })),
			await room.createPoll(facilitator, wish({ question: " " })),
			await room.createPoll(facilitator, wish({ question: "nul\0" })),
			await room.createPoll(facilitator, wish({ rule })),
		];
		expect(refusals.map(({ refusal }) => refusal)).toEqual([
			"not-found",
			"not-found",
			"not-found",
			"not-found",
			"not-found",
			"state-does-not-allow",
			"invalid-input",
			"invalid-input",
			"invalid-input",
		]);
	});

	test("[V1] a text is put to the vote only where the session's agenda names it", async () => {
		const { versionId } = await recordTabled(database(), world.place, { isOnAgenda: false });
		const elsewhere = await idOf(
			"insert into session (event_id, kind, title, ordinal) values ($1, 'PLENARY', 'P', 2)",
			[world.place.eventId],
		);
		await idOf(
			`insert into agenda_item (session_id, ordinal, kind, title, recommendation_id)
				select $1, 0, 'DECISION', 'D', recommendation_id from recommendation_version where id = $2`,
			[elsewhere, versionId],
		);
		const wish = world.wish({ recommendationVersionId: versionId });
		expect(await world.room.createPoll(world.facilitator, wish)).toEqual({ refusal: "state-does-not-allow" });
		await database().query("update agenda_item set session_id = $1 where session_id = $2", [
			world.place.sessionId,
			elsewhere,
		]);
		expect(await world.room.createPoll(world.facilitator, wish)).toMatchObject({ refusal: null });
	});

	test("[V17] lets runners move polls; who may not see them finds nothing", async () => {
		const pollId = await world.prepare();
		const { networkId } = world.place;
		const coordinator = aViewer(aRole("NETWORK_COORDINATOR", { networkId }));
		const viewers = [
			[nobody, "not-signed-in"],
			[aViewer(), "not-found"],
			[aViewer(aRole("NETWORK_COORDINATOR", { networkId: randomUUID() })), "not-found"],
			[aViewer(aRole("FACILITATOR", { networkId, sessionId: randomUUID() })), "not-found"],
			[aViewer(aRole("PANEL_MEMBER", { networkId })), "not-found"],
			[world.delegate(voter(0)), "not-allowed"],
			[aViewer(aRole("OBSERVER", { networkId })), "not-allowed"],
		] as const;
		for (const [viewer, refusal] of viewers) {
			expect(await world.room.openPoll(viewer, pollId)).toEqual({ refusal });
			expect(await world.room.createPoll(viewer, world.wish())).toEqual({ refusal });
		}
		expect(await world.room.openPoll(world.facilitator, randomUUID())).toEqual({ refusal: "not-found" });
		const person = { ...coordinator, personId: world.place.facilitatorId };
		expect(await world.room.openPoll(person, pollId)).toEqual({ pollId, refusal: null });
	});

	test("[V17] a stranger learns nothing of a poll by voting in it", async () => {
		const pollId = await world.open();
		const vote = (viewer: Parameters<typeof world.room.castBallot>[0], id: string) =>
			world.room.castBallot(viewer, { pollId: id, answer: anAnswer("YES"), idempotencyKey: randomUUID() });
		expect(await vote(nobody, pollId)).toEqual({ ballot: null, refusal: "not-signed-in" });
		const stranger = aViewer();
		expect(await vote(stranger, pollId)).toEqual({ ballot: null, refusal: "not-found" });
		expect(await vote(stranger, randomUUID())).toEqual({ ballot: null, refusal: "not-found" });
		expect(await vote(stranger, "no id")).toEqual({ ballot: null, refusal: "not-found" });
		await world.room.closePoll(world.facilitator, pollId);
		expect(await vote(stranger, pollId)).toEqual({ ballot: null, refusal: "not-found" });
		expect(await vote(world.delegate(randomUUID()), pollId)).toEqual({
			ballot: null,
			refusal: "poll-closed",
		});
	});

	test("[V7] the ids of a ballot may be written in capitals", async () => {
		const pollId = await world.open();
		const wish = {
			pollId: pollId.toUpperCase(),
			answer: anAnswer("YES"),
			idempotencyKey: randomUUID().toUpperCase(),
		};
		const first = await world.room.castBallot(world.delegate(voter(0)), wish);
		expect(await world.room.castBallot(world.delegate(voter(0)), wish)).toEqual(first);
		expect(first.refusal).toBeNull();
	});

	test("[V8] a result holds exactly the ballots that were acknowledged while it closed", async () => {
		const more = await Promise.all(
			Array.from({ length: 30 }, (_, n) => recordDelegate(database(), world.place, n % 10)),
		);
		const pollId = await world.open();
		const voting = more.map(async (personId) => (await world.cast(personId, pollId)).refusal);
		await voting[0];
		const closing = world.room.closePoll(world.facilitator, pollId);
		const refusals = [...(await Promise.all(voting)), await closing.then(({ refusal }) => refusal)];
		const acknowledged = refusals.slice(0, -1).filter((refusal) => refusal === null).length;
		expect(refusals.filter((refusal) => refusal !== null && refusal !== "poll-closed")).toEqual([]);
		const poll = await world.room.reads.poll(pollId);
		expect(poll?.result?.rules[1]).toMatchObject({ have: acknowledged, of: acknowledged });
		expect(await ballotsIn(database(), pollId)).toHaveLength(acknowledged);
	});

	async function idOf(statement: string, values: readonly unknown[]) {
		const [row] = await database().query<{ id: string }>(`${statement} returning id`, values);
		return row?.id;
	}

	async function stateOf(recommendationId: string) {
		const rows = await database().query<{ state: string }>("select state from recommendation where id = $1", [
			recommendationId,
		]);
		return rows[0]?.state;
	}
});
