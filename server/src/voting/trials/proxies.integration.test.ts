import "reflect-metadata";
import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Database, Transaction } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { nobody, type Viewer } from "../../people/index.ts";
import { aRole, aViewer } from "../../people/testing/builders.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { recordDelegate } from "../testing/pollRecords.ts";
import { type AskGraph, aVotingGraph } from "../testing/votingGraph.ts";
import type { VotingWorld } from "../testing/votingWorld.ts";

const entities = [...votingEntities, ...recommendationsEntities];

const GIVE = `mutation ($input: GiveProxyInput!) { giveProxy(input: $input) {
	poll { viewerProxy { personId name } } refusal { code } } }`;
const WITHDRAW = `mutation ($input: WithdrawProxyInput!) { withdrawProxy(input: $input) { refusal { code } } }`;
const CAST = `mutation ($pollId: ID!, $key: ID!, $choice: BallotChoice, $inSteadOf: ID) {
	castBallot(pollId: $pollId, choice: $choice, idempotencyKey: $key, inSteadOf: $inSteadOf) {
		ballot { choice receipt } refusal { code } } }`;

/** Three delegates are there, three are not. */
describeWithDatabase("[V29] proxies in the members' graph", entities, (database) => {
	let world: VotingWorld;
	let ask: AskGraph;
	let here: string[];
	let away: string[];
	let pollId: string;

	beforeEach(async () => {
		({ world, ask } = await aVotingGraph(database()));
		[here, away] = [[], []];
		for (const city of [0, 1, 2]) {
			here.push(await recordDelegate(database(), world.place, city));
			away.push(await recordDelegate(database(), world.place, city, { isPresent: false }));
		}
		pollId = await world.prepare({ proxyCap: 2 });
	});

	const one = (ids: readonly string[], place: number) => ids[place] as string;
	const code = (payload: { refusal: { code: string } | null }) => payload.refusal?.code ?? null;
	const give = async (viewer: Viewer, proxyId: string, principalId?: string) =>
		code((await ask(viewer, GIVE, { input: { pollId, proxyId, principalId } })).giveProxy);
	const withdraw = async (viewer: Viewer, principalId?: string) =>
		code((await ask(viewer, WITHDRAW, { input: { pollId, principalId } })).withdrawProxy);
	const cast = async (personId: string, choice: string, inSteadOf?: string, key = randomUUID()) =>
		(await ask(world.delegate(personId), CAST, { pollId, key, choice, inSteadOf })).castBallot;
	const look = async (viewer: Viewer, selection: string) =>
		(await ask(viewer, `query ($id: ID!) { poll(id: $id) { ${selection} } }`, { id: pollId })).poll;
	const open = () => world.room.openPoll(world.facilitator, pollId);

	test("the principal gives it, both are told, and takes it back", async () => {
		const [principal, proxy] = [world.delegate(one(away, 0)), one(here, 0)];
		const given = (await ask(principal, GIVE, { input: { pollId, proxyId: proxy } })).giveProxy;
		expect(given).toMatchObject({ refusal: null, poll: { viewerProxy: { personId: proxy } } });
		expect(world.announced).toContain(`poll:${pollId}`);
		const told = await look(
			world.delegate(proxy),
			"viewerPrincipals { person { personId } ballot { receipt } }",
		);
		expect(told.viewerPrincipals).toEqual([{ person: { personId: one(away, 0) }, ballot: null }]);
		expect(await give(principal, one(here, 1))).toBe("PROXY_ALREADY_GIVEN");
		expect(await withdraw(principal)).toBeNull();
		expect(await withdraw(principal)).toBe("PROXY_NOT_GIVEN");
		expect(await give(principal, one(here, 1))).toBeNull();
		expect(
			(await look(world.delegate(proxy), "viewerPrincipals { person { name } }")).viewerPrincipals,
		).toEqual([]);
	});

	test("those who run the session enter it for somebody absent and see all; nobody else does", async () => {
		expect(await give(world.facilitator, one(here, 0), one(away, 0))).toBeNull();
		expect(await give(world.delegate(one(here, 1)), one(here, 1), one(away, 1))).toBe("NOT_ALLOWED");
		expect(await withdraw(world.delegate(one(here, 0)), one(away, 0))).toBe("NOT_ALLOWED");
		const seen =
			"proxies { principal { personId } proxy { personId } } delegates { personId partner { code } }";
		const ofFacilitator = await look(world.facilitator, seen);
		expect(ofFacilitator.proxies).toEqual([
			{ principal: { personId: one(away, 0) }, proxy: { personId: one(here, 0) } },
		]);
		expect(ofFacilitator.delegates).toHaveLength(6);
		expect((await look(world.delegate(one(here, 0)), seen)).proxies).toBeNull();
		const observer = aViewer(aRole("OBSERVER", { networkId: world.place.networkId }));
		expect(await look(observer, seen)).toEqual({ proxies: null, delegates: null });
		expect(await give(aViewer(), one(here, 0))).toBe("NOT_FOUND");
		expect(await give(nobody, one(here, 0))).toBe("NOT_SIGNED_IN");
		expect(await give(world.facilitator, "1 or 1=1", one(away, 0))).toBe("NOT_FOUND");
	});

	test("no chain, no cap exceeded, none among strangers, none where the poll has none", async () => {
		expect(await give(world.delegate(one(away, 0)), one(here, 0))).toBeNull();
		expect(await give(world.delegate(one(here, 0)), one(here, 1))).toBe("PROXY_WOULD_CHAIN");
		expect(await give(world.delegate(one(away, 1)), one(away, 0))).toBe("PROXY_WOULD_CHAIN");
		expect(await give(world.delegate(one(away, 1)), one(away, 1))).toBe("PROXY_TO_ONESELF");
		expect(await give(world.delegate(one(away, 1)), randomUUID())).toBe("NOT_ENTITLED");
		expect(await give(world.delegate(one(away, 1)), one(here, 0))).toBeNull();
		expect(await give(world.delegate(one(away, 2)), one(here, 0))).toBe("PROXY_HAS_TOO_MANY");
		pollId = await world.prepare();
		expect(await give(world.delegate(one(away, 2)), one(here, 0))).toBe("PROXIES_NOT_ALLOWED");
		expect(await world.room.createPoll(world.facilitator, world.wish({ proxyCap: -1 }))).toEqual({
			refusal: "invalid-input",
		});
	});

	test("the cap is set before opening by those who run the session, and not below what was given", async () => {
		const SET =
			"mutation ($id: ID!, $cap: Int!) { setProxyCap(pollId: $id, cap: $cap) { poll { proxyCap } refusal { code } } }";
		const setCap = async (cap: number, viewer: Viewer = world.facilitator) =>
			(await ask(viewer, SET, { id: pollId, cap })).setProxyCap;
		pollId = await world.prepare();
		expect(await setCap(1)).toEqual({ poll: { proxyCap: 1 }, refusal: null });
		expect(await give(world.delegate(one(away, 0)), one(here, 0))).toBeNull();
		expect(code(await setCap(0))).toBe("PROXY_HAS_TOO_MANY");
		expect(code(await setCap(101))).toBe("INVALID_INPUT");
		expect(code(await setCap(2, world.delegate(one(here, 0))))).toBe("NOT_ALLOWED");
		await open();
		expect(code(await setCap(2))).toBe("POLL_ALREADY_OPENED");
	});

	test("[V3] [V25] opening freezes it, hashed; who is represented is not present, and who is present votes", async () => {
		await give(world.delegate(one(away, 0)), one(here, 0));
		await give(world.delegate(one(here, 1)), one(here, 0));
		await give(world.delegate(one(away, 1)), one(away, 2));
		expect(await open()).toMatchObject({ refusal: null });
		expect(await withdraw(world.delegate(one(away, 0)))).toBe("POLL_ALREADY_OPENED");
		expect(await give(world.delegate(one(away, 2)), one(here, 0))).toBe("POLL_ALREADY_OPENED");
		const lines = await database().query<{ line: string }>(
			`select concat_ws(' ', person_id, partner_id, stakeholder_group, weight, proxy_id) || E'\\n' as line
				from elector where poll_id = $1`,
			[pollId],
		);
		const list = lines.map(({ line }) => line).sort();
		expect(list).toHaveLength(4);
		expect(list.filter((line) => line.endsWith(` ${one(here, 0)}\n`))).toHaveLength(1);
		const { electorateHash, electorateSize } = await look(world.facilitator, "electorateHash electorateSize");
		expect(electorateHash).toBe(createHash("sha256").update(list.join("")).digest("hex"));
		expect(electorateSize).toBe(4);
		await world.room.closePoll(world.facilitator, pollId);
		const { result } = await look(world.facilitator, "result { rules { kind have of } }");
		expect(result.rules[0]).toEqual({ kind: "QUORUM", have: 3, of: 6 });
	});

	test("the proxy casts both ballots, the principal none, also not after coming late", async () => {
		await give(world.delegate(one(away, 0)), one(here, 0));
		await open();
		const own = await cast(one(here, 0), "YES");
		const key = randomUUID();
		const other = await cast(one(here, 0), "NO", one(away, 0), key);
		expect([own.refusal, other.refusal]).toEqual([null, null]);
		expect((await cast(one(here, 0), "NO", one(away, 0), key)).ballot).toEqual(other.ballot);
		expect(code(await cast(one(here, 0), "YES", one(away, 0)))).toBe("ALREADY_VOTED");
		expect(code(await cast(one(away, 0), "YES"))).toBe("REPRESENTED_BY_PROXY");
		expect(code(await cast(one(away, 1), "YES"))).toBe("NOT_AN_ELECTOR");
		expect(code(await cast(one(here, 1), "YES", one(away, 0)))).toBe("NOT_AN_ELECTOR");
		expect(code(await cast(one(here, 1), "YES", one(here, 2)))).toBe("NOT_AN_ELECTOR");
		const mine =
			"viewerIsElector viewerBallot { choice } viewerProxy { personId } viewerPrincipals { person { personId } ballot { choice } }";
		expect(await look(world.delegate(one(here, 0)), mine)).toEqual({
			viewerIsElector: true,
			viewerBallot: { choice: "YES" },
			viewerProxy: null,
			viewerPrincipals: [{ person: { personId: one(away, 0) }, ballot: { choice: "NO" } }],
		});
		expect(await look(world.delegate(one(away, 0)), mine)).toEqual({
			viewerIsElector: false,
			viewerBallot: { choice: "NO" },
			viewerProxy: { personId: one(here, 0) },
			viewerPrincipals: [],
		});
		const { tally } = await look(world.facilitator, "tally { cast electorateSize }");
		expect(tally).toEqual({ cast: 2, electorateSize: 4 });
	});

	/** Everybody absent gives the vote to everybody present at once; how many grants stand, and how many were told so. */
	async function giveAllAtOnce() {
		const wishes = away.flatMap((principal) => here.map((proxy) => give(world.delegate(principal), proxy)));
		const answers = await Promise.all(wishes);
		const standing = await database().query("select from proxy_grant where poll_id = $1", [pollId]);
		return { standing: standing.length, told: answers.filter((answer) => answer === null).length };
	}

	test("given to three at once it is given to one, who alone is told so", async () => {
		expect(await giveAllAtOnce()).toEqual({ standing: 3, told: 3 });
	});

	test("a cap of one holds against three principals at once", async () => {
		pollId = await world.prepare({ proxyCap: 1 });
		const answers = await Promise.all(away.map((id) => give(world.delegate(id), one(here, 0))));
		expect(answers.toSorted()).toEqual([null, "PROXY_HAS_TOO_MANY", "PROXY_HAS_TOO_MANY"].toSorted());
	});

	test("twin: without the poll's lock all three would be told that it is theirs", async () => {
		({ world, ask } = await aVotingGraph(withoutPollLock(database(), away.length)));
		for (const place of [0, 1, 2]) {
			here[place] = await recordDelegate(database(), world.place, place);
			away[place] = await recordDelegate(database(), world.place, place, { isPresent: false });
		}
		pollId = await world.prepare({ proxyCap: 1 });
		const answers = await Promise.all(away.map((id) => give(world.delegate(id), one(here, 0))));
		expect(answers).toEqual([null, null, null]);
	});

	test("given while the poll is opened it is frozen or refused, never given and left out", async () => {
		for (const round of [0, 1, 2, 3, 4]) {
			await database().query("update poll set state = 'CLOSED' where state = 'OPEN'");
			pollId = await world.prepare({ proxyCap: 1 });
			const giving = () => give(world.delegate(one(away, 0)), one(here, 0));
			const opening = () => open();
			const [answer] = await Promise.all(round % 2 ? [giving(), opening()] : [opening().then(giving), null]);
			const frozen = await database().query("select from elector where poll_id = $1 and proxy_id = $2", [
				pollId,
				one(here, 0),
			]);
			expect(answer).toBe(frozen.length === 1 ? null : "POLL_ALREADY_OPENED");
		}
	});
});

/** The database of a careless server: it does not lock the poll, and so many grants are written at the same time. */
function withoutPollLock(database: Database, atOnce: number): Database {
	const { promise: allAreHere, resolve: goOn } = Promise.withResolvers<void>();
	let arrived = 0;
	const careless = (tx: Transaction): Transaction => ({
		em: tx.em,
		async query(text, values) {
			if (text.includes("insert into proxy_grant")) {
				arrived += 1;
				if (arrived === atOnce) goOn();
				await allAreHere;
			}
			return tx.query(text.replace("for no key update of p", ""), values);
		},
	});
	return {
		query: (text, values) => database.query(text, values),
		fork: () => database.fork(),
		transaction: (work) => database.transaction((tx) => work(careless(tx))),
		isReady: () => database.isReady(),
		close: () => Promise.resolve(),
	};
}
