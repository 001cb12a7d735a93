import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { execute, type GraphQLSchema, parse } from "graphql";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { nobody, type Viewer } from "../../people/index.ts";
import { aRole, aViewer } from "../../people/testing/builders.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { recordDelegate, recordTabled } from "../testing/pollRecords.ts";
import { aVotingGraph, type VotingGraph } from "../testing/votingGraph.ts";
import type { VotingWorld } from "../testing/votingWorld.ts";

const entities = [...votingEntities, ...recommendationsEntities];

describeWithDatabase("polls in the members' graph", entities, (database) => {
	let graph: VotingGraph;
	let world: VotingWorld;
	let schema: GraphQLSchema;
	let streams: VotingGraph["streams"];
	let ask: VotingGraph["look"];
	let present: string[];

	beforeAll(async () => {
		graph = await aVotingGraph(database());
		({ world, schema, streams, look: ask } = graph);
		present = [];
		for (const city of [0, 1, 2]) present.push(await recordDelegate(database(), world.place, city));
	});

	beforeEach(async () => {
		await database().query("update poll set state = 'CLOSED' where state = 'OPEN'");
	});

	const voter = (place: number) => world.delegate(present[place] as string);
	const observer = () => aViewer(aRole("OBSERVER", { networkId: world.place.networkId }));

	const CAST = `mutation ($pollId: ID!, $key: ID!) {
		castBallot(pollId: $pollId, choice: NO, idempotencyKey: $key) {
			ballot { choice receipt castAt changedAt } poll { id viewerBallot { receipt } } refusal { code }
		}
	}`;

	test("a poll is created, opened, voted on, closed and published by mutations", async () => {
		const input = { sessionId: world.place.sessionId, question: "Do we?", needsMajorityOfCities: true };
		const created = await ask(
			world.facilitator,
			`mutation ($input: CreatePollInput!) { createPoll(input: $input) {
				poll { id state rule { quorum { numerator denominator } needsMajorityOfCities allowsBallotChange } isPublic
					secrecy method tally { cast electorateSize } electorateSize session { id } } refusal { code } } }`,
			{ input },
		);
		expect(created).toMatchObject({
			errors: [],
			data: { createPoll: { refusal: null, poll: { state: "PREPARED" } } },
		});
		const { poll } = created.data.createPoll;
		expect(poll.rule).toEqual({
			quorum: { numerator: 1, denominator: 2 },
			needsMajorityOfCities: true,
			allowsBallotChange: false,
		});
		const move = (field: string) =>
			ask(
				world.facilitator,
				`mutation ($id: ID!) { ${field}(pollId: $id) { poll { state result { isAdopted } } refusal { code } } }`,
				{ id: poll.id },
			);
		expect((await move("openPoll")).data.openPoll.poll).toEqual({ state: "OPEN", result: null });
		const cast = (await ask(voter(0), CAST, { pollId: poll.id, key: randomUUID() })).data.castBallot;
		expect(cast).toMatchObject({ refusal: null, ballot: { choice: "NO", changedAt: null } });
		expect(cast.poll.viewerBallot.receipt).toBe(cast.ballot.receipt);
		expect((await move("openPoll")).data.openPoll).toEqual({
			poll: null,
			refusal: { code: "POLL_ALREADY_OPENED" },
		});
		expect((await move("closePoll")).data.closePoll.poll).toEqual({
			state: "CLOSED",
			result: { isAdopted: false },
		});
		expect((await move("publishPoll")).data.publishPoll.poll.state).toBe("PUBLISHED");
	});

	test("[V13] [V14] [V17] who sees what of a poll, state by state", async () => {
		const pollId = await world.open();
		await world.cast(present[0] as string, pollId, "YES");
		const look = async (viewer: Viewer) => {
			const selection =
				"{ state result { isAdopted } ballots { choice group partner { code } } boardAddress tally { cast } }";
			return (await ask(viewer, `query ($id: ID!) { poll(id: $id) ${selection} }`, { id: pollId })).data.poll;
		};
		const none = { result: null, ballots: null, boardAddress: null };
		expect(await look(voter(1))).toEqual({ state: "OPEN", ...none, tally: { cast: 1 } });
		await world.room.closePoll(world.facilitator, pollId);
		expect(await look(voter(1))).toMatchObject({ state: "CLOSED", result: null, ballots: null });
		expect(await look(observer())).toMatchObject({ result: null, ballots: null });
		expect(await look(world.facilitator)).toMatchObject({ ...none, result: { isAdopted: true } });
		await world.room.publishPoll(world.facilitator, pollId);
		const ballots = [{ choice: "YES", group: "CITIZENS", partner: { code: "p0" } }];
		const boardAddress = `/polls/${pollId}/board.json`;
		expect(await look(voter(1))).toMatchObject({ result: { isAdopted: true }, ballots, boardAddress });
		for (const stranger of [
			nobody,
			aViewer(),
			aViewer(aRole("PANEL_MEMBER", { networkId: world.place.networkId })),
		]) {
			expect(await look(stranger)).toBeNull();
		}
	});

	test("[V17] the projector's poll leads on to nobody and to nothing private", async () => {
		const { versionId } = await recordTabled(database(), world.place);
		const pollId = await world.open({ recommendationVersionId: versionId });
		await world.cast(present[0] as string, pollId);
		await world.room.closePoll(world.facilitator, pollId);
		await world.room.publishPoll(world.facilitator, pollId);
		const screen = (selection: string) =>
			ask(nobody, `query ($id: ID!) { screen(sessionId: $id) { poll ${selection} } }`, {
				id: world.place.sessionId,
			});
		const open =
			"{ id result { isAdopted } ballots { personName } recommendationVersion { id } viewerIsElector viewerBallot { receipt } }";
		await database().query(
			"update poll set agenda_item_id = null, published_at = now(), created_at = now() where id = $1",
			[pollId],
		);
		expect((await screen(open)).data.screen.poll).toEqual({
			id: pollId,
			result: { isAdopted: true },
			ballots: null,
			recommendationVersion: null,
			viewerIsElector: false,
			viewerBallot: null,
		});
		const session = await screen("{ session { event { delegations { delegates { name } } } } }");
		expect(session.data.screen.poll).toBeNull();
		expect(session.errors).toEqual(["Sign in first."]);
	});

	test("[V17] a poll that is only prepared stands on the runners' screens, not on the projector", async () => {
		await database().query("delete from ballot");
		await database().query("delete from elector");
		await database().query("delete from recommendation_transition");
		await database().query("delete from poll");
		const pollId = await world.prepare();
		const onScreen = async () => {
			const text = "query ($id: ID!) { screen(sessionId: $id) { poll { id } } }";
			return (await ask(nobody, text, { id: world.place.sessionId })).data.screen.poll;
		};
		expect(await onScreen()).toBeNull();
		const text = "query ($id: ID!) { session(id: $id) { currentPoll { id } } }";
		const { data } = await ask(world.facilitator, text, { id: world.place.sessionId });
		expect(data.session.currentPoll).toEqual({ id: pollId });
		await world.room.openPoll(world.facilitator, pollId);
		expect(await onScreen()).toEqual({ id: pollId });
	});

	test("[V17] a voter's id or key is in no type of a poll, a ballot or a count", () => {
		for (const name of [
			"Ballot",
			"NamedBallot",
			"Poll",
			"Tally",
			"PartnerTally",
			"GroupTally",
			"CastBallotPayload",
		]) {
			const type = schema.getType(name);
			const fields = type && "getFields" in type ? Object.keys(type.getFields()) : [];
			expect(fields.length).toBeGreaterThan(0);
			expect(fields.filter((field) => /personId|voter|key|elector(s|Id)$/i.test(field))).toEqual([]);
		}
	});

	const CREATE = `mutation ($input: CreatePollInput!) {
		createPoll(input: $input) { poll { id method options { key label } mostChosen dots } refusal { code } }
	}`;
	const ANSWER = `mutation ($pollId: ID!, $answer: BallotAnswerInput, $choice: BallotChoice, $key: ID!) {
		castBallot(pollId: $pollId, answer: $answer, choice: $choice, idempotencyKey: $key) {
			ballot { choice answer { marks { option value } } } refusal { code }
		}
	}`;
	const created = async (input: Record<string, unknown>) => {
		const wish = { sessionId: world.place.sessionId, question: "Which?", quorumNumerator: 0, ...input };
		return (await ask(world.facilitator, CREATE, { input: wish })).data.createPoll;
	};
	const answered = async (viewer: Viewer, pollId: string, ballot: Record<string, unknown>) =>
		(await ask(viewer, ANSWER, { pollId, key: randomUUID(), ...ballot })).data.castBallot;
	const marks = (values: Record<string, number>) => ({
		answer: { marks: Object.entries(values).map(([option, value]) => ({ option, value })) },
	});

	test.each([
		["SINGLE_CHOICE", {}, [{ B: 1 }, { B: 1 }, {}], { A: 0, B: 2, C: 0 }, ["B"]],
		["MULTIPLE_CHOICE", { mostChosen: 2 }, [{ A: 1, B: 1 }, { B: 1 }, { C: 1 }], { A: 1, B: 2, C: 1 }, ["B"]],
		["APPROVAL", {}, [{ A: 1, B: 1, C: 1 }, { A: 1, C: 1 }, {}], { A: 2, B: 1, C: 2 }, ["A", "C"]],
		["SCORE", {}, [{ A: 5, B: 1 }, { A: 0, B: 3 }, { C: 4 }], { A: 5, B: 4, C: 4 }, ["A"]],
		["DOTS", { dots: 4 }, [{ A: 3, B: 1 }, { B: 4 }, { C: 1 }], { A: 3, B: 5, C: 1 }, ["B"]],
	] as const)(
		"[V33] a poll by %s is prepared, voted on, counted live and closed",
		async (method, limits, ballots, points, winners) => {
			const options = ["Lyon", "Gent", "Porto"];
			const { poll } = await created({ method, options, ...limits });
			const labelled = options.map((label, place) => ({ key: "ABC"[place], label }));
			expect(poll).toMatchObject({ method, options: labelled, ...limits });
			await world.room.openPoll(world.facilitator, poll.id);
			for (const [place, values] of ballots.entries()) {
				const { ballot, refusal } = await answered(voter(place), poll.id, marks(values));
				const said = Object.entries(values).filter(([, value]) => value > 0);
				expect({ ballot, refusal }).toEqual({
					refusal: null,
					ballot: { choice: null, answer: { marks: said.map(([option, value]) => ({ option, value })) } },
				});
			}
			const tally = async () => {
				const text =
					"query ($id: ID!) { poll(id: $id) { state result { isAdopted winners } tally { cast total { choice points } byPartner { cast counts { choice points } } } } }";
				return (await ask(world.facilitator, text, { id: poll.id })).data.poll;
			};
			const live = await tally();
			const total = Object.entries(points).map(([choice, sum]) => ({ choice, points: sum }));
			expect(live).toMatchObject({ state: "OPEN", result: null, tally: { cast: 3, total } });
			expect(live.tally.byPartner.map(({ cast }: { cast: number }) => cast)).toEqual([1, 1, 1]);
			await world.room.closePoll(world.facilitator, poll.id);
			expect((await tally()).result).toEqual({ isAdopted: winners.length === 1, winners });
		},
	);

	test("[V20] [V33] what a method does not take is refused: options, limits, answers", async () => {
		const two = ["Lyon", "Gent"];
		for (const wrong of [
			{ options: two },
			{ method: "SINGLE_CHOICE" },
			{ method: "SINGLE_CHOICE", options: ["Lyon"] },
			{ method: "SINGLE_CHOICE", options: two, dots: 3 },
			{ method: "SINGLE_CHOICE", options: two, needsMajorityOfCities: true },
			{ method: "DOTS", options: two },
		])
			expect(await created(wrong)).toEqual({ poll: null, refusal: { code: "INVALID_INPUT" } });
		const { poll } = await created({ method: "SINGLE_CHOICE", options: two });
		await world.room.openPoll(world.facilitator, poll.id);
		for (const wrong of [
			{},
			marks({ C: 1 }),
			marks({ A: 2 }),
			marks({ A: 1, B: 1 }),
			{ choice: "YES" },
			{ ...marks({ A: 1 }), choice: "YES" },
		]) {
			const refused = { ballot: null, refusal: { code: "INVALID_INPUT" } };
			expect(await answered(voter(0), poll.id, wrong)).toEqual(refused);
			// [V17] Whoever may not see the poll does not learn even this.
			const unknown = { ballot: null, refusal: { code: "NOT_FOUND" } };
			expect(await answered(aViewer(), poll.id, wrong)).toEqual(unknown);
		}
	});

	test("a ballot of yes or no can be written both ways", async () => {
		const pollId = await world.open();
		const yes = { choice: "YES", answer: { marks: [{ option: "YES", value: 1 }] } };
		expect((await answered(voter(0), pollId, { choice: "YES" })).ballot).toEqual(yes);
		expect((await answered(voter(1), pollId, marks({ YES: 1 }))).ballot).toEqual(yes);
	});

	test("a ballot asks the database once; the poll's settings only for the first", async () => {
		const pollId = await world.open();
		const bare = CAST.replace(/poll \{.*\}\s*refusal/, "refusal");
		await ask(voter(0), bare, { pollId, key: randomUUID() });
		expect(graph.statements).toBe(2);
		await ask(voter(1), bare, { pollId, key: randomUUID() });
		expect(graph.statements).toBe(1);
	});

	test("[V15] a poll that is watched is one statement an event, with its count, its cities and its text", async () => {
		const pollId = await world.open();
		await world.cast(present[0] as string, pollId);
		const count = `total { choice count } byPartner { cast partner { name city languages } counts { choice count } }
			byGroup { group counts { values { value ballots weight } } }`;
		const poll = await executed(
			voter(0),
			`subscription ($id: ID!) { poll(id: $id) { question version electorateSize tally { version ${count} } } }`,
			{ id: pollId },
		);
		expect(poll).toMatchObject({ poll: { electorateSize: 3, tally: { byPartner: [{ cast: 1 }, {}, {}] } } });
		expect(graph.statements).toBe(1);
		const tally = await executed(
			nobody,
			`subscription ($id: ID!) { screenTally(pollId: $id) { ${count} } }`,
			{
				id: pollId,
			},
		);
		expect(tally).toMatchObject({ screenTally: { byPartner: [{ partner: { city: "City p0" } }, {}, {}] } });
		expect(graph.statements).toBe(1);
	});

	/** Executes a subscription once, as live/ does for each event. */
	async function executed(viewer: Viewer, text: string, variableValues: Record<string, unknown>) {
		graph.statements = 0;
		const answer = await execute({ schema, document: parse(text), variableValues, contextValue: { viewer } });
		expect(answer.errors).toBeUndefined();
		return answer.data;
	}

	test("a session's polls are read in as many statements as one poll", async () => {
		const selection = `polls { id result { isAdopted } tally { cast byPartner { partner { city } } } viewerIsElector viewerBallot { choice }
			recommendationVersion { title polls { id } } }`;
		const count = async () => {
			const { errors } = await ask(
				voter(0),
				`query ($id: ID!) { session(id: $id) { currentPoll { id } ${selection} } }`,
				{
					id: world.place.sessionId,
				},
			);
			expect(errors).toEqual([]);
			return graph.statements;
		};
		const { versionId } = await recordTabled(database(), world.place);
		await world.prepare({ recommendationVersionId: versionId });
		const few = await count();
		for (let more = 0; more < 5; more += 1) await world.prepare({ recommendationVersionId: versionId });
		expect(await count()).toBe(few);
	});

	test("[V17] a poll's stream keeps runners and members apart, and lets no other role in", async () => {
		const pollId = await world.prepare();
		const enter = async (viewer: Viewer, id = pollId) => streams.poll?.enter({ id }, viewer);
		const rich = {
			...voter(0),
			roles: [...voter(0).roles, aRole("PARTNER_COORDINATOR", { partnerId: "p", networkId: "other" })],
		};
		const [member, richMember, runner] = [
			await enter(voter(1)),
			await enter(rich),
			await enter(world.facilitator),
		];
		expect(member?.topics).toEqual([`poll:${pollId}`]);
		expect(richMember?.scope).toBe(member?.scope);
		expect(richMember?.viewer.roles).toEqual(member?.viewer.roles);
		expect(runner?.scope).not.toBe(member?.scope);
		await expect(enter(nobody)).rejects.toMatchObject({ extensions: { code: "UNAUTHENTICATED" } });
		await expect(enter(aViewer())).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
		await expect(enter(voter(0), randomUUID())).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
		const screen = await streams.screenTally?.enter({ pollId }, nobody);
		expect(screen).toEqual({ topics: [`poll:${pollId}`], scope: "public", viewer: nobody });
	});

	test("fields that depend on the person are marked, so that no group shares them", () => {
		const type = schema.getType("Poll");
		const fields = type && "getFields" in type ? type.getFields() : {};
		const personal = Object.values(fields).filter(({ extensions }) => extensions?.personal === true);
		expect(personal.map(({ name }) => name).sort()).toEqual([
			"papers",
			"viewerBallot",
			"viewerHasVoted",
			"viewerIsElector",
			"viewerPaper",
			"viewerPrincipals",
			"viewerProxy",
			"viewerWeight",
		]);
	});
});
