import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Sql } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { nobody, type Viewer } from "../../people/index.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { PgBallotBox } from "../store/PgBallotBox.ts";
import { aBallot } from "../testing/ballots.ts";
import { loadVerifier } from "../testing/boardVerifier.ts";
import { ballotsIn, recordDelegate } from "../testing/pollRecords.ts";
import { type AskGraph, aVotingGraph } from "../testing/votingGraph.ts";
import type { VotingWorld } from "../testing/votingWorld.ts";

const entities = [...votingEntities, ...recommendationsEntities];

const HAND_OUT = `mutation ($input: PaperVoterInput!) { handOutPaper(input: $input) { refusal { code } } }`;
const TAKE_BACK = `mutation ($input: PaperVoterInput!) { takeBackPaper(input: $input) { refusal { code } } }`;
const ENTER = `mutation ($input: EnterPaperInput!) { enterPaper(input: $input) { refusal { code } } }`;
const CLOSE = `mutation ($id: ID!) { closePoll(pollId: $id) { refusal { code } } }`;
const PAPERS =
	"papers { paper person { personId } state own { marks { option } } other { marks { option } } }";

/** Four delegates are there; three may run the session. */
describeWithDatabase("[V32] ballots on paper in the members' graph", entities, (database) => {
	let world: VotingWorld;
	let ask: AskGraph;
	let here: string[];
	let anna: Viewer;
	let bela: Viewer;
	let clara: Viewer;
	let pollId: string;

	beforeEach(async () => {
		({ world, ask } = await aVotingGraph(database()));
		here = [];
		for (const city of [0, 0, 1, 1]) here.push(await recordDelegate(database(), world.place, city));
		const runner = async (): Promise<Viewer> => ({
			...world.facilitator,
			personId: await recordDelegate(database(), world.place, 9, { isPresent: false }),
		});
		[anna, bela, clara] = [world.facilitator, await runner(), await runner()];
		pollId = await world.open({ rule: { ...world.wish().rule, quorum: { numerator: 0, denominator: 1 } } });
	});

	const one = (place: number) => here[place] as string;
	const code = (payload: { refusal: { code: string } | null }) => payload.refusal?.code ?? null;
	const handOut = async (personId: string, viewer = anna) =>
		code((await ask(viewer, HAND_OUT, { input: { pollId, personId } })).handOutPaper);
	const takeBack = async (personId: string) =>
		code((await ask(anna, TAKE_BACK, { input: { pollId, personId } })).takeBackPaper);
	const enter = async (viewer: Viewer, paper: number, choice: string | null) => {
		const answer = choice && { marks: [{ option: choice, value: 1 }] };
		return code((await ask(viewer, ENTER, { input: { pollId, paper, answer } })).enterPaper);
	};
	const close = async () => code((await ask(anna, CLOSE, { id: pollId })).closePoll);
	const look = async (viewer: Viewer, selection: string) =>
		(await ask(viewer, `query ($id: ID!) { poll(id: $id) { ${selection} } }`, { id: pollId })).poll;
	const states = async () =>
		(await look(anna, "papers { paper state }")).papers.map(
			({ paper, state }: { paper: number; state: string }) => `${paper} ${state}`,
		);

	test("are handed out by those who run the session, numbered, to who has not voted; the phone is told", async () => {
		await world.cast(one(0), pollId);
		expect(await handOut(one(0))).toBe("ALREADY_VOTED");
		expect(await handOut(one(1))).toBeNull();
		expect(await handOut(one(1))).toBeNull();
		expect(await handOut(one(2))).toBeNull();
		expect(await handOut(randomUUID())).toBe("NOT_AN_ELECTOR");
		expect(await handOut("1 or 1=1")).toBe("NOT_AN_ELECTOR");
		expect(await handOut(one(3), world.delegate(one(0)))).toBe("NOT_ALLOWED");
		expect(await handOut(one(3), nobody)).toBe("NOT_SIGNED_IN");
		expect(await states()).toEqual(["1 HANDED_OUT", "2 HANDED_OUT"]);
		const mine = "viewerIsElector viewerPaper papers { paper }";
		expect(await look(world.delegate(one(2)), mine)).toEqual({
			viewerIsElector: false,
			viewerPaper: 2,
			papers: null,
		});
		expect(await world.cast(one(2), pollId)).toMatchObject({ refusal: "votes-on-paper" });
		expect(await takeBack(one(2))).toBeNull();
		expect(await takeBack(one(2))).toBe("PAPER_UNKNOWN");
		expect(await world.cast(one(2), pollId)).toMatchObject({ refusal: null });
		expect(await handOut(one(3))).toBeNull();
		expect(await states()).toEqual(["1 HANDED_OUT", "3 HANDED_OUT"]);
	});

	test("are entered by two, each alone; what differs is shown to both, and nothing can be closed until it agrees", async () => {
		for (const place of [0, 1, 2]) await handOut(one(place));
		await world.cast(one(3), pollId, "NO");
		expect(await enter(anna, 1, "YES")).toBeNull();
		expect(await enter(anna, 2, "YES")).toBeNull();
		expect(await close()).toBe("PAPERS_DIFFER");
		expect((await look(bela, PAPERS)).papers[0]).toMatchObject({
			state: "ENTERED_ONCE",
			own: null,
			other: null,
		});
		expect(await takeBack(one(0))).toBe("PAPER_ALREADY_ENTERED");
		expect(await enter(bela, 1, "YES")).toBeNull();
		expect(await enter(bela, 2, "NO")).toBeNull();
		expect(await states()).toEqual(["1 AGREED", "2 DIFFERING", "3 HANDED_OUT"]);
		const said = (option: string) => ({ marks: [{ option }] });
		expect((await look(anna, PAPERS)).papers[1]).toMatchObject({ own: said("YES"), other: said("NO") });
		expect((await look(bela, PAPERS)).papers[1]).toMatchObject({ own: said("NO"), other: said("YES") });
		expect((await look(clara, PAPERS)).papers[1]).toMatchObject({ own: null, other: null });
		expect(await enter(clara, 2, "YES")).toBe("PAPERS_ENTERED_BY_TWO_OTHERS");
		expect(await close()).toBe("PAPERS_DIFFER");
		expect(await enter(bela, 2, "YES")).toBeNull();
		expect(await enter(anna, 3, "MAYBE")).toBe("INVALID_INPUT");
		expect(await enter(anna, 4, "YES")).toBe("PAPER_UNKNOWN");
		expect(await enter(anna, 3, "YES")).toBeNull();
		expect(await enter(anna, 3, null)).toBeNull();
		expect(await close()).toBeNull();
		expect(await enter(anna, 3, "YES")).toBe("POLL_CLOSED");
	});

	test("[46] count with the electronic ones, for their cities, on the board without a receipt", async () => {
		await handOut(one(0));
		await handOut(one(2));
		for (const viewer of [anna, bela]) for (const paper of [1, 2]) await enter(viewer, paper, "YES");
		await world.cast(one(1), pollId, "YES");
		await world.cast(one(3), pollId, "NO");
		expect((await look(anna, "tally { cast }")).tally.cast).toBe(2);
		expect(await close()).toBeNull();
		const { tally, result } = await look(
			anna,
			"tally { cast total { choice points } } result { rules { kind have of } }",
		);
		expect(tally.cast).toBe(4);
		expect(tally.total[0]).toEqual({ choice: "YES", points: 3 });
		expect(result.rules).toContainEqual({ kind: "MAJORITY_OF_PERSONS", have: 3, of: 4 });
		await world.room.publishPoll(anna, pollId);
		const { ballots } = await look(anna, "ballots { choice }");
		expect(ballots).toHaveLength(4);
		const bytes = (await world.room.board(anna, pollId))?.bytes as Uint8Array;
		const { entries } = JSON.parse(String(Buffer.from(bytes)));
		const onPaper = entries.filter((entry: { isPaper?: boolean }) => entry.isPaper);
		expect(onPaper.map(({ receipt }: { receipt: string | null }) => receipt)).toEqual([null, null]);
		const { judge } = await loadVerifier();
		expect(judge(bytes, world.room.boardKey)).toMatchObject({ isBelieved: true });
	});

	/** A ballot that waits for the poll's lock while a paper is handed to its voter. */
	async function castWhileHandingOut(sql: Sql) {
		const { promise: decided, resolve: goOn } = Promise.withResolvers<void>();
		const { promise: handed, resolve: isHanded } = Promise.withResolvers<void>();
		const handingOut = database().transaction(async (tx) => {
			await tx.query("update poll set papers = papers + 1, version = version + 1 where id = $1", [pollId]);
			await tx.query("update elector set paper = 1 where poll_id = $1 and person_id = $2", [pollId, one(0)]);
			isHanded();
			await decided;
		});
		await handed;
		const casting = new PgBallotBox(sql).cast(aBallot({ pollId, personId: one(0) }));
		const waiting =
			"select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
		while ((await database().query(waiting)).length === 0);
		goOn();
		await handingOut;
		return { outcome: await casting, ballots: await ballotsIn(database(), pollId) };
	}

	test("a ballot that waited while its voter got a paper is refused: nobody votes on both", async () => {
		const { outcome, ballots } = await castWhileHandingOut(database());
		expect(outcome).toEqual({ kind: "refused", code: "not-an-elector" });
		expect(ballots).toEqual([]);
	});

	test("twin: a commit that does not ask for papers meanwhile takes it", async () => {
		const careless: Sql = {
			query: (text, values) =>
				database().query(text.replace("and papers = (select papers from poll where id = $1)", ""), values),
		};
		const { outcome, ballots } = await castWhileHandingOut(careless);
		expect(outcome).toMatchObject({ kind: "counted" });
		expect(ballots).toHaveLength(1);
	});

	test("others' ballots that waited with it are counted all the same", async () => {
		const { promise: decided, resolve: goOn } = Promise.withResolvers<void>();
		const handingOut = database().transaction(async (tx) => {
			await tx.query("update poll set papers = papers + 1, version = version + 1 where id = $1", [pollId]);
			await decided;
		});
		const casting = new PgBallotBox(database()).cast(aBallot({ pollId, personId: one(1) }));
		goOn();
		await handingOut;
		expect(await casting).toMatchObject({ kind: "counted" });
	});
});
