import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { execute, parse } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { describeWithDatabase } from "../database/testing/testDatabase.ts";
import { nobody } from "../people/index.ts";
import type { RecordedPlace } from "../voting/testing/pollRecords.ts";
import { globalId, type NodeKind, nodeKinds } from "./domain/globalId.ts";
import { publicStreams } from "./graphql/index.ts";
import { everyPathFrom } from "./testing/everyPath.ts";
import {
	aPublicGraph,
	type PublicGraph,
	recordPublicAndPrivate,
	type Secrets,
} from "./testing/publicWorld.ts";

describeWithDatabase("the public graph", [], (database) => {
	let graph: PublicGraph;
	let place: RecordedPlace & { secrets: Secrets };
	let code: string;
	let shown: string;

	beforeAll(async () => {
		place = await recordPublicAndPrivate(database());
		graph = await aPublicGraph(database());
		const [row] = await database().query<{ code: string }>("select code from network");
		code = row?.code as string;
		shown = await everything();
	});

	/** Everything that can be reached without an id, as text; too long for a failing test to print. */
	async function everything(): Promise<string> {
		const query = graph.schema.getQueryType();
		if (!query) throw new Error("no query type");
		const { data, errors } = await graph.ask(everyPathFrom(graph.schema, query, { code }));
		expect(errors).toEqual([]);
		return JSON.stringify(data);
	}

	const inNetwork = (selection: string) => `{ network(code: "${code}") ${selection} }`;

	test("[G1] shows what is public by every path, and nothing that is not", () => {
		const wanted = ["Adopted text", "Tabled text", "Public question", "Closed question", "Open question"];
		expect(wanted.filter((text) => !shown.includes(text))).toEqual([]);
		expect(place.secrets.texts.filter((text) => shown.includes(text))).toEqual([]);
		const keys = Object.values(place.secrets.ids);
		expect(keys.filter((key) => shown.includes(key))).toEqual([]);
	});

	const POLLS = "{ recommendations(first: 9) { edges { node { poll { question result { isAdopted } } } } } }";
	test.each([
		[
			"the life of recommendations [G4]",
			/recommendation\.state in \([^)]*\)\s*and exists \([^)]*\)/g,
			"true",
			"{ recommendations(first: 9) { edges { node { title } } } }",
			"SECRET",
		],
		["who may see polls [G5]", /p\.is_public and p\.state <> 'PREPARED'/g, "true", POLLS, "SECRET"],
		[
			"when results are published [G5]",
			/case when p\.state = 'PUBLISHED' then p\.result end/g,
			"p.result",
			POLLS,
			'"Closed question","result":{"isAdopted":true}',
		],
	])("twin: without the guard on %s a look finds more", async (_, guard, replaced, selection, secret) => {
		const open = await aPublicGraph(database(), (text) => text.replace(guard, replaced));
		const guarded = JSON.stringify(await graph.ask(inNetwork(selection)));
		const unguarded = JSON.stringify(await open.ask(inNetwork(selection)));
		expect([guarded.includes(secret), unguarded.includes(secret)]).toEqual([false, true]);
	});

	test("[G2] a node is found by the global id that the graph gave, whatever it is", async () => {
		const ids = new Set([...shown.matchAll(/_id":"([\w-]+)"/g)].map(([, id]) => id as string));
		const kinds = new Set<string>();
		for (const id of ids) {
			const { data, errors } = await graph.ask("query ($id: ID!) { node(id: $id) { __typename id } }", {
				id,
			});
			expect(errors).toEqual([]);
			expect(data.node.id).toBe(id);
			kinds.add(data.node.__typename);
		}
		expect([...kinds].sort()).toEqual([...nodeKinds].sort());
	});

	test("[G2] nothing private is a node, under any kind", async () => {
		const [person] = await database().query<{ id: string }>("select id from person limit 1");
		const [session] = await database().query<{ id: string }>("select id from session limit 1");
		const keys = [
			...Object.values(place.secrets.ids),
			person?.id as string,
			session?.id as string,
			randomUUID(),
		];
		for (const kind of [...nodeKinds, "Person", "Session", "Poll", "Query", "__proto__", "constructor"]) {
			for (const key of keys) {
				const { data, errors } = await graph.ask("query ($id: ID!) { node(id: $id) { id } }", {
					id: globalId(kind as NodeKind, key),
				});
				expect({ data, errors }).toEqual({ data: { node: null }, errors: [] });
			}
		}
	});

	test.each([
		"",
		"x",
		"🤷",
		"%",
		"' or 1=1 --",
		Buffer.from("Network:").toString("base64url"),
		Buffer.from("Network:x:y").toString("base64url"),
		Buffer.from(`Network:${"0".repeat(36)}`).toString("base64url"),
		Buffer.from("Network:\0").toString("base64url"),
		"A".repeat(100_000),
	])("[G2] what is no global id (%#) names nothing", async (id) => {
		const { data, errors } = await graph.ask("query ($id: ID!) { node(id: $id) { id } }", { id });
		expect({ data, errors }).toEqual({ data: { node: null }, errors: [] });
	});

	test.each([
		"{ partners(first: 1) { edges { node { panel { members { name } } } } } }",
		"{ events(first: 1) { edges { node { joinCode } } } }",
		"{ events(first: 1) { edges { node { delegations { delegates { name } } } } } }",
		"{ currentPolls { ballots { personName } } }",
		"{ currentPolls { electors { id } } }",
		"{ currentPolls { electorateHash } }",
		"{ recommendations(first: 1, states: [DRAFT]) { totalCount } }",
		"{ recommendations(first: 1) { edges { node { draft { text } } } } }",
		"{ recommendations(first: 1) { edges { node { history { personName } } } } }",
		"{ __proto__ }",
		"{ partners(first: 1, orderBy: email) { totalCount } }",
	])("[G1] private fields do not exist: %s", async (selection) => {
		const { data, errors } = await graph.ask(inNetwork(selection));
		expect(data).toBeNull();
		expect(errors?.length).toBeGreaterThan(0);
	});

	test.each([
		["neither first nor last", "partners"],
		["both first and last", "partners(first: 1, last: 1)"],
		["first below 0", "partners(first: -1)"],
		["first above 100", "partners(first: 101)"],
		["last below 0", "partners(last: -1)"],
		["the greatest integer", "partners(first: 2147483647)"],
		["a forged cursor", 'partners(first: 1, after: "forged")'],
		["an empty cursor", 'partners(first: 1, after: "")'],
		["a forged cursor before", `partners(last: 1, before: "' or 1=1 --")`],
		["a cursor with NUL", 'partners(first: 1, after: "\\u0000")'],
	])("[G3] %s is refused as the asker's mistake", async (_, field) => {
		const { data, errors } = await graph.ask(inNetwork(`{ ${field} { totalCount } }`));
		expect(data.network).toBeNull();
		expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
	});

	test.each(["2147483648", '"5"', "1.5", "1e3"])(
		"[G3] first: %s is no whole number of the schema",
		async (first) => {
			const { data, errors } = await graph.ask(inNetwork(`{ partners(first: ${first}) { totalCount } }`));
			expect(data).toBeNull();
			expect(errors?.[0]?.message).toMatch(/Int cannot represent/);
			expect(graph.statements).toEqual([]);
		},
	);

	test("[G3] a cursor of another list is refused", async () => {
		const { data } = await graph.ask(
			inNetwork("{ themes(first: 1) { edges { cursor } } initiatives(first: 1) { edges { cursor } } }"),
		);
		for (const list of ["themes", "initiatives"]) {
			const after = data.network[list].edges[0].cursor;
			const answer = await graph.ask(inNetwork(`{ partners(first: 1, after: "${after}") { totalCount } }`));
			expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
		}
		const after = data.network.initiatives.edges[0].cursor;
		const ofPartner = `{ partners(first: 1) { edges { node { initiatives(first: 1, after: "${after}") { totalCount } } } } }`;
		expect((await graph.ask(inNetwork(ofPartner))).errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
	});

	test("[G3] going through a list forwards and backwards meets everything once", async () => {
		const all = await pages(
			(cursor) => `first: 2${cursor ? `, after: "${cursor}"` : ""}`,
			"endCursor",
			"hasNextPage",
		);
		expect(all).toEqual(["p0", "p1", "p2"]);
		const back = await pages(
			(cursor) => `last: 2${cursor ? `, before: "${cursor}"` : ""}`,
			"startCursor",
			"hasPreviousPage",
		);
		expect(back.sort()).toEqual(["p0", "p1", "p2"]);
	});

	async function pages(
		argsOf: (cursor: string | null) => string,
		cursor: string,
		more: string,
	): Promise<string[]> {
		const met: string[] = [];
		let at: string | null = null;
		for (;;) {
			const page: string = `{ partners(${argsOf(at)}) { totalCount edges { node { code } } pageInfo { ${cursor} ${more} } } }`;
			const { partners } = (await graph.ask(inNetwork(page))).data.network;
			met.push(...partners.edges.map(({ node }: { node: { code: string } }) => node.code));
			expect(partners.totalCount).toBe(3);
			if (!partners.pageInfo[more]) return met;
			at = partners.pageInfo[cursor];
		}
	}

	test("[G7] a nested query takes as many statements for ten cities as for three", async () => {
		const nested = `{
			partners(first: 100) { edges { node {
				panel { size groups { count } history { on } }
				initiatives(first: 100) { edges { node { theme { title } partner { city } review { tried } } } }
				hostedEvents { activity { theme { title } } delegations { partner { city } size } }
			} } }
			themes(first: 100) { edges { node {
				findings(first: 100) { edges { node { partner { city } initiative { title } } } }
				recommendations(first: 100) { edges { node {
					version { html } versions { number } history { to } initiatives { title } findings { text }
					poll { electorateSize tally { cast byPartner { partner { city } cast } } event { title } }
				} } }
			} } }
		}`;
		const count = async (networkCode: string) => {
			const { errors } = await graph.ask(`{ network(code: "${networkCode}") ${nested} }`);
			expect(errors).toEqual([]);
			return graph.statements.length;
		};
		const few = await count(code);
		const large = await recordPublicAndPrivate(database(), 10);
		const [row] = await database().query<{ code: string }>("select code from network where id = $1", [
			large.networkId,
		]);
		expect(await count(row?.code as string)).toBe(few);
		expect(few).toBeLessThan(30);
	});

	test("[G5] a poll shows its count while it is open, and its result only once it is published", async () => {
		const selection = `{ currentPolls { state tally { cast total { choice count } byPartner { partner { code } cast } } result { isAdopted } }
			recommendations(first: 9) { edges { node { title poll { question state boardAddress result { isAdopted rules { have } } } } } } }`;
		const { network } = (await graph.ask(inNetwork(selection))).data;
		expect(network.currentPolls).toEqual([
			{
				state: "OPEN",
				result: null,
				tally: {
					cast: 3,
					total: [
						{ choice: "YES", count: 3 },
						{ choice: "NO", count: 0 },
						{ choice: "ABSTAIN", count: 0 },
					],
					byPartner: ["p0", "p1", "p2"].map((partner) => ({ partner: { code: partner }, cast: 1 })),
				},
			},
		]);
		const nodes = network.recommendations.edges.map(({ node }: { node: object }) => node);
		expect(nodes).toEqual([
			{
				title: "Adopted text",
				poll: {
					question: "Public question",
					state: "PUBLISHED",
					boardAddress: expect.stringMatching(/^\/polls\/[0-9a-f-]{36}\/board\.json$/),
					result: { isAdopted: true, rules: [{ have: 99_991 }] },
				},
			},
			{
				title: "Tabled text",
				poll: { question: "Closed question", state: "CLOSED", boardAddress: null, result: null },
			},
		]);
	});

	test("[G4] a recommendation shows its life from tabling on, and its text as HTML", async () => {
		const selection =
			"{ recommendations(first: 1, states: [ADOPTED]) { totalCount edges { node { version { number html } history { to versionNumber } } } } }";
		const { recommendations } = (await graph.ask(inNetwork(selection))).data.network;
		expect(recommendations).toEqual({
			totalCount: 1,
			edges: [
				{
					node: {
						version: { number: 1, html: "<p>We recommend.</p>" },
						history: [
							{ to: "TABLED", versionNumber: 1 },
							{ to: "ADOPTED", versionNumber: 1 },
						],
					},
				},
			],
		});
	});

	test("[G5] a count is there once the result of a public poll is published; twin: without the guard, before", async () => {
		const polls = await database().query<{ id: string; question: string }>(
			"select id, question from poll where session_id = $1",
			[place.sessionId],
		);
		const found = async ({ room }: PublicGraph) => {
			const counts = await Promise.all(polls.map(({ id }) => room.reads.countOfPoll(id)));
			return polls.filter((_, at) => counts[at]).map(({ question }) => question);
		};
		expect(await found(graph)).toEqual(["Public question"]);
		const guard = "p.is_public and p.state = 'PUBLISHED' and";
		const open = await aPublicGraph(database(), (text) => text.replace(guard, ""));
		expect((await found(open)).sort()).toEqual([
			"Closed question",
			"Public question",
			"SECRET not public",
			"SECRET not public either",
		]);
	});

	test("[G6] the stream of a poll is for everybody, and for public polls alone", async () => {
		const streams = publicStreams(graph.room);
		const [open] = await database().query<{ id: string }>(
			"select id from poll where state = 'OPEN' and session_id = $1",
			[place.sessionId],
		);
		const id = open?.id as string;
		const enter = async (pollId: string) =>
			streams.pollTally?.enter({ pollId }, { ...nobody, personId: randomUUID() });
		expect(await enter(globalId("PublicPoll", id))).toEqual({
			topics: [`poll:${id}`],
			scope: "public",
			viewer: nobody,
		});
		const others = [id, globalId("Network", id), globalId("PublicPoll", randomUUID())];
		const secret = Object.values(place.secrets.ids).map((key) => globalId("PublicPoll", key));
		for (const other of [...others, ...secret]) {
			await expect(enter(other)).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
		}
	});

	test("[G5] a poll that is watched is one statement an event, and a secret one shows no counts", async () => {
		const [open] = await database().query<{ id: string }>(
			"select id from poll where state = 'OPEN' and session_id = $1",
			[place.sessionId],
		);
		const text = `subscription ($id: ID!) { pollTally(pollId: $id) { secrecy electorateSize options { key } tally {
			cast total { choice count } byPartner { cast partner { city } counts { choice count } } byGroup { counts { count } }
		} } }`;
		const watch = async () => {
			graph.statements.length = 0;
			const variableValues = { id: globalId("PublicPoll", open?.id as string) };
			const { schema } = graph;
			const answer = await execute({ schema, document: parse(text), variableValues, contextValue: {} });
			expect(answer.errors).toBeUndefined();
			expect(graph.statements).toHaveLength(1);
			return JSON.parse(JSON.stringify(answer.data?.pollTally));
		};
		const count = (choice: string, ballots: number) => ({ choice, count: ballots });
		const city = {
			cast: 1,
			partner: { city: "City p0" },
			counts: ["YES", "NO", "ABSTAIN"].map((choice) => count(choice, Number(choice === "YES"))),
		};
		const shown = await watch();
		expect(shown).toMatchObject({
			secrecy: "BY_NAME",
			electorateSize: 3,
			tally: { cast: 3, total: [count("YES", 3), {}, {}] },
		});
		expect(shown.tally.byPartner[0]).toEqual(city);
		await database().query("update poll set secrecy = 'SECRET' where id = $1", [open?.id]);
		const secret = await watch();
		await database().query(
			"insert into poll_box (poll_id, holder, public_key, needed) values ($1, 'TRUSTEES', repeat('A', 43), 2)",
			[open?.id],
		);
		const withTrustees = await watch();
		await database().query("delete from poll_box where poll_id = $1", [open?.id]);
		await database().query("update poll set secrecy = 'NAMED' where id = $1", [open?.id]);
		expect(withTrustees.secrecy).toBe("SECRET");
		expect(secret).toMatchObject({
			secrecy: "SECRET_FROM_PARTICIPANTS",
			electorateSize: 3,
			tally: { cast: 3, total: [] },
		});
		expect(secret.tally.byPartner[0]).toEqual({ ...city, counts: [] });
		expect(secret.tally.byGroup).toEqual([{ counts: [] }, { counts: [] }, { counts: [] }]);
	});
});
