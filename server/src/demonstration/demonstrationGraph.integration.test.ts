import "reflect-metadata";
import { execute, type GraphQLObjectType, type GraphQLSchema, parse } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import type { Database } from "../database/index.ts";
import { describeWithDatabase, type TestDatabase } from "../database/testing/testDatabase.ts";
import { createRooms, createSchemas, entities, type Rooms } from "../house.ts";
import type { StreamDefinition } from "../live/index.ts";
import { nobody, type Viewer } from "../people/index.ts";
import { aRole } from "../people/testing/builders.ts";
import { programmeStreams } from "../programme/graphql/index.ts";
import { loadDemonstration } from "./index.ts";

/** The database, with its statements counted. */
function counting(database: TestDatabase) {
	const counted = { statements: 0 };
	const query: Database["query"] = (text, values) => {
		counted.statements += 1;
		return database.query(text, values);
	};
	const transaction: Database["transaction"] = (work, options) => database.transaction(work, options);
	const wrapped = { query, transaction, fork: () => database.fork(), isReady: async () => true };
	return { counted, database: { ...wrapped, close: async () => undefined } };
}

describeWithDatabase("the members' graph of the demonstration", entities, (database) => {
	let rooms: Rooms;
	let schema: GraphQLSchema;
	let counted: { statements: number };
	let sessionId: string;

	beforeAll(async () => {
		const world = counting(database());
		counted = world.counted;
		const nothing = () => undefined;
		rooms = createRooms({
			database: world.database,
			config: readConfig({}),
			keys: { ballot: new Uint8Array(32), board: new Uint8Array(32) },
			clock: () => new Date(),
			address: () => "http://localhost",
			announce: nothing,
			append: nothing,
			viewerChanged: nothing,
			warn: nothing,
		});
		await loadDemonstration(database(), rooms);
		schema = (await createSchemas(rooms)).member;
		const [session] = await database().query<{ id: string }>("select id from session where kind = 'PLENARY'");
		sessionId = session?.id as string;
	});

	const viewerWith = async (role: string): Promise<Viewer> => {
		const [person] = (await rooms.people.demoPersons()).filter(({ roles }) => roles.includes(role as never));
		const roles = await database().query<Viewer["roles"][number]>(
			`select role, network_id as "networkId", partner_id as "partnerId", event_id as "eventId",
			session_id as "sessionId" from person_role where person_id = $1`,
			[person?.id],
		);
		return { personId: person?.id as string, signInId: "sign-in", roles };
	};

	const enter = async (stream: StreamDefinition<Viewer> | undefined, args: object, viewer: Viewer) =>
		(stream as StreamDefinition<Viewer>).enter(args, viewer);

	const ask = async (text: string, viewer: Viewer, variables: Record<string, unknown> = {}) => {
		const contextValue = { viewer, once: <T>(_key: object, create: () => T) => create() };
		const result = await execute({ schema, document: parse(text), contextValue, variableValues: variables });
		expect(result.errors).toBeUndefined();
		return JSON.parse(JSON.stringify(result.data));
	};

	test("answers a whole network with one query for each level, however many rows", async () => {
		const viewer = await viewerWith("DELEGATE");
		counted.statements = 0;
		const { network } = await ask(
			`{ network(code: "CRISCO") {
				name startsOn
				partners { city initiatives { title isGoodPractice theme { title } }
					panel { size isBalanced groups { group count toAdd fewest most } history { on size isBalanced counts { count } } } }
				themes { title findings { text partner { city } initiative { title } } initiatives { title } }
				activities { title startsOn host { city } theme { title }
					event { place timeZone sessions { title agenda { title } } delegations { size partner { city } delegates { name group } } } }
			} }`,
			viewer,
		);
		expect(counted.statements).toBeLessThanOrEqual(20);
		expect(network.partners).toHaveLength(10);
		expect(network.activities[8].event.delegations).toHaveLength(10);
		expect(network.activities[6].startsOn).toBeNull();
		expect(network.startsOn).toBe("2017-09-01");
	});

	test("[N4] shows a panel's names to its members and coordinators alone", async () => {
		const text = `{ network(code: "CRISCO") { partners { id panel { size members { name } } } } }`;
		const namesFor = async (viewer: Viewer) => {
			const { network } = await ask(text, viewer);
			return network.partners.filter(({ panel }: { panel: { members: unknown } }) => panel.members !== null);
		};
		const delegate = await viewerWith("DELEGATE");
		const own = await namesFor(delegate);
		expect(own).toHaveLength(1);
		expect(delegate.roles.map(({ partnerId }) => partnerId)).toContain(own[0].id);
		expect(await namesFor(await viewerWith("NETWORK_COORDINATOR"))).toHaveLength(10);
		expect(await namesFor(await viewerWith("PARTNER_COORDINATOR"))).toHaveLength(1);
		expect(await namesFor(await viewerWith("OBSERVER"))).toHaveLength(0);
	});

	test("[N6] is nothing to those who are not of the network", async () => {
		const text = `query ($id: ID!) { networks { code } network(code: "CRISCO") { code } session(id: $id) { id } }`;
		expect(await ask(text, nobody, { id: sessionId })).toEqual({
			networks: [],
			network: null,
			session: null,
		});
		const none = `{ partner(id: "x") { id } event(id: "'") { id } screen(sessionId: "y") { title }
			network(code: "CRI\\u0000SCO") { id } }`;
		expect(await ask(none, nobody)).toEqual({ partner: null, event: null, screen: null, network: null });
	});

	test("[A12] shows the screen to whoever holds the session's id, and no member's name by any path", async () => {
		const { screen } = await ask(
			`query ($id: ID!) { screen(sessionId: $id) { title joinCode timeZone currentItem { id }
				agenda { index title recommendationTitle } speaker { personName }
				presence { present entitled byPartner { entitled partner { city panel { members { name } } } } } } }`,
			nobody,
			{ id: sessionId },
		);
		expect(screen).toMatchObject({ joinCode: "HTQ7MWK4", speaker: null, currentItem: null });
		expect(screen.presence).toMatchObject({ present: 0, entitled: 30 });
		const byPartner: { partner: { panel: { members: unknown } } }[] = screen.presence.byPartner;
		expect(byPartner.every(({ partner }) => partner.panel.members === null)).toBe(true);
	});

	test("[A12] leads nobody from a screen's partners on to initiatives, themes and the drafts behind them", async () => {
		const text = `query ($id: ID!) { screen(sessionId: $id) { presence { byPartner { partner { city
			initiatives { theme { recommendations { draft { text } history { personName } } } } } } } } }`;
		const { screen } = await ask(text, nobody, { id: sessionId });
		const partners: { partner: { initiatives: unknown[] } }[] = screen.presence.byPartner;
		expect(partners).toHaveLength(10);
		expect(partners.flatMap(({ partner }) => partner.initiatives)).toEqual([]);
	});

	test("[R6] shows a network's and a theme's recommendations to its members alone, by whatever path", async () => {
		const network = { id: (await database().query<{ id: string }>("select id from network"))[0]?.id };
		const theme = (
			await database().query('select id, network_id as "networkId" from theme order by ordinal')
		)[3];
		const context = (viewer: Viewer) => ({ viewer, once: <T>(_key: object, create: () => T) => create() });
		const fieldOf = async (type: "Network" | "Theme", root: object | undefined, viewer: Viewer) => {
			const field = (schema.getType(type) as GraphQLObjectType).getFields().recommendations;
			return field?.resolve?.(root, {}, context(viewer), {} as never) as Promise<unknown[]>;
		};
		const observer = await viewerWith("OBSERVER");
		for (const [type, root] of [
			["Network", network],
			["Theme", theme],
		] as const) {
			expect(await fieldOf(type, root, observer)).toHaveLength(3);
			expect(await fieldOf(type, root, nobody)).toEqual([]);
		}
	});

	test("[I3] marks invented people and findings, and the event, wherever members see them", async () => {
		const coordinator = await viewerWith("NETWORK_COORDINATOR");
		const { network } = await ask(
			`{ network(code: "CRISCO") { themes { findings { isDemonstration } }
				partners { panel { members { isDemonstration } } }
				activities { event { isDemonstration timeZone delegations { delegates { isDemonstration } } } } } }`,
			coordinator,
		);
		const events = network.activities.flatMap(({ event }: { event: object | null }) => event ?? []);
		expect(events.map((event: { isDemonstration: boolean }) => event.isDemonstration)).toEqual([
			false,
			false,
			false,
			true,
		]);
		expect(events.map((event: { timeZone: string | null }) => event.timeZone)).toEqual([
			null,
			null,
			null,
			"Europe/Brussels",
		]);
		const marks = JSON.stringify([network.themes, network.partners, events[3].delegations]);
		expect(marks).not.toContain('"isDemonstration":false');
		expect(marks.match(/"isDemonstration":true/g)?.length).toBeGreaterThan(130);
		const { screen } = await ask("query ($id: ID!) { screen(sessionId: $id) { isDemonstration } }", nobody, {
			id: sessionId,
		});
		expect(screen).toEqual({ isDemonstration: true });
		const joining = await ask('{ joinEvent(code: "HTQ7MWK4") { isDemonstration } }', nobody);
		expect(joining.joinEvent).toEqual({ isDemonstration: true });
	});

	test("[A14] gives badges to those who hand them out, through a shared stream too, and to nobody else", async () => {
		const text =
			"query ($id: ID!) { session(id: $id) { event { badges { name city group fourDigits isLockedOut } } } }";
		const { session } = programmeStreams(rooms);
		const badgesFor = async (role: string) => {
			const own = await viewerWith(role);
			const { viewer } = await enter(session, { id: sessionId }, own);
			const alone = (await ask(text, own, { id: sessionId })).session.event.badges;
			const shared = (await ask(text, { ...viewer, personId: null }, { id: sessionId })).session.event.badges;
			expect(shared).toEqual(alone);
			return alone;
		};
		for (const role of ["FACILITATOR", "NETWORK_COORDINATOR"]) expect(await badgesFor(role)).toHaveLength(30);
		for (const role of ["DELEGATE", "OBSERVER", "PARTNER_COORDINATOR"])
			expect(await badgesFor(role)).toBeNull();
		const reset = `mutation ($id: ID!) { resetJoinAttempts(delegateId: $id) { badge { id isLockedOut } refusal { code } } }`;
		const [{ id }] = (await database().query("select id from delegate limit 1")) as [{ id: string }];
		expect((await ask(reset, await viewerWith("FACILITATOR"), { id })).resetJoinAttempts).toEqual({
			badge: { id, isLockedOut: false },
			refusal: null,
		});
		expect((await ask(reset, await viewerWith("DELEGATE"), { id })).resetJoinAttempts).toEqual({
			badge: null,
			refusal: { code: "NOT_ALLOWED" },
		});
	});

	test("[A13] shows through a shared stream no session that the viewer may not read", async () => {
		const text = `query ($id: ID!) { session(id: $id) { event { sessions { id } } } }`;
		const facilitator = await viewerWith("FACILITATOR");
		const { networkId } = facilitator.roles[0] as Viewer["roles"][number];
		const panelMember = aRole("PANEL_MEMBER", { networkId });
		const own = facilitator.roles.filter((role) => role.sessionId === sessionId);
		const { session, presence } = programmeStreams(rooms);
		for (const [stream, args] of [
			[session, { id: sessionId }],
			[presence, { sessionId }],
		] as const)
			for (const roles of [own, [...own, panelMember]]) {
				const { viewer } = await enter(stream, args, { ...facilitator, roles });
				const shared = await ask(text, { ...viewer, personId: null }, { id: sessionId });
				expect(shared.session.event.sessions).toEqual([{ id: sessionId }]);
			}
	});

	test("[A13] gives the join code to those who run the session, also through the viewer of a shared stream", async () => {
		const text = `query ($id: ID!) { session(id: $id) { joinCode viewerMayRun viewerMayAttend } }`;
		const { session } = programmeStreams(rooms);
		const asMember = async (role: string) => {
			const own = await viewerWith(role);
			const { scope, viewer } = await enter(session, { id: sessionId }, own);
			const alone = (await ask(text, own, { id: sessionId })).session;
			const shared = (await ask(text, { ...viewer, personId: null }, { id: sessionId })).session;
			expect(shared.joinCode).toBe(alone.joinCode);
			return [scope, alone.joinCode, alone.viewerMayRun, alone.viewerMayAttend];
		};
		expect(await asMember("FACILITATOR")).toEqual(["session-runner", "HTQ7MWK4", true, false]);
		expect(await asMember("NETWORK_COORDINATOR")).toEqual(["session-runner-writer", "HTQ7MWK4", true, false]);
		expect(await asMember("DELEGATE")).toEqual(["session-member-writer", null, false, true]);
		expect(await asMember("OBSERVER")).toEqual(["session-member", null, false, false]);
	});

	test("[A13] lets nobody into a session's stream who may not read the session", async () => {
		const { session, screen } = programmeStreams(rooms);
		await expect(enter(session, { id: sessionId }, nobody)).rejects.toMatchObject({
			extensions: { code: "UNAUTHENTICATED" },
		});
		await expect(enter(session, { id: sessionId }, await viewerWith("TRANSLATOR"))).rejects.toMatchObject({
			extensions: { code: "NOT_FOUND" },
		});
		await expect(enter(screen, { sessionId: "x" }, nobody)).rejects.toMatchObject({
			extensions: { code: "NOT_FOUND" },
		});
	});

	test("lists the sessions of a person, and lets a delegate check in and ask for the floor", async () => {
		const viewer = await viewerWith("DELEGATE");
		const own = await ask("{ viewer { sessions { id kind } } }", viewer);
		expect(own.viewer.sessions.map(({ kind }: { kind: string }) => kind)).toEqual(["PLENARY", "WORKSHOP"]);
		const text = `mutation ($id: ID!) { checkIn(sessionId: $id) { refusal { code } presence { present version }
			session { version viewerIsPresent } } }`;
		const { checkIn } = await ask(text, viewer, { id: sessionId });
		expect(checkIn).toMatchObject({
			refusal: null,
			presence: { present: 1 },
			session: { viewerIsPresent: true },
		});
		expect(checkIn.presence.version).toBe(checkIn.session.version);
		const again = await ask(text, viewer, { id: sessionId });
		expect(again.checkIn).toMatchObject({
			refusal: { code: "ALREADY_CHECKED_IN" },
			presence: { present: 1 },
		});
		const floor = `mutation ($id: ID!) { askForTheFloor(sessionId: $id) { refusal { code }
			session { floor { personName partnerCode calledAt } viewerFloorRequest { id } } } }`;
		const { askForTheFloor } = await ask(floor, viewer, { id: sessionId });
		expect(askForTheFloor.session.floor).toHaveLength(1);
		expect(askForTheFloor.session.viewerFloorRequest.id).toEqual(expect.any(String));
	});

	test("[A7] shows an event's delegates to whoever holds its code, and signs in by the badge", async () => {
		const list = `query ($code: String!) { joinEvent(code: $code) { title delegates { id name city canReceiveMail } } }`;
		const { joinEvent } = await ask(list, nobody, { code: "htq7 mwk4" });
		expect(joinEvent.delegates).toHaveLength(30);
		expect((await ask(list, nobody, { code: "HTQ7MWK9" })).joinEvent).toBeNull();
		const join = `mutation ($id: ID!, $digits: String!) {
			joinEvent(code: "HTQ7MWK4", delegateId: $id, fourDigits: $digits) { viewer { name } refusal { code } } }`;
		const [{ id, badge_code: badge }] = (await database().query(
			"select id, badge_code from delegate limit 1",
		)) as [{ id: string; badge_code: string }];
		const tokens: string[] = [];
		const contextValue = { viewer: nobody, setSignInCookie: (token: string) => tokens.push(token) };
		const joined = await execute({
			schema,
			document: parse(join),
			contextValue,
			variableValues: { id, digits: badge },
		});
		expect(joined.errors).toBeUndefined();
		expect(tokens).toHaveLength(1);
		expect(contextValue.viewer.personId).toEqual(expect.any(String));
	});
});
