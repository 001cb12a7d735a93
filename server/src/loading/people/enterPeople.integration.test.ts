import "reflect-metadata";
import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import type { RecordReport } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { createInitiativesRoom, initiativesEntities } from "../../initiatives/index.ts";
import { createNetworkRoom, networkEntities } from "../../network/index.ts";
import { peopleEntities, peopleInTransaction } from "../../people/index.ts";
import { programmeEntities, programmeInTransaction } from "../../programme/index.ts";
import { recommendationsInRecord } from "../../recommendations/index.ts";
import { enterPeople, lineOf, loadNetwork, readNetworkFile, readPeopleFile } from "../index.ts";

// biome-ignore lint/suspicious/noExplicitAny: the tests change the file in every way
type Loose = any;

const dataFile = (name: string) =>
	readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), "utf8");
const entities = [...peopleEntities, ...networkEntities, ...programmeEntities, ...initiativesEntities];

const changesIn = (reports: readonly RecordReport[]) =>
	reports.flatMap(({ kind, added, changed }) => [
		...added.map((name) => `+ ${kind} ${name}`),
		...changed.map(({ name, fields }) => `~ ${kind} ${name}: ${fields.join(", ")}`),
	]);

describeWithDatabase("entering people", entities, (database) => {
	let count = 0;
	let code: string;

	/** A network of its own, as nobody is in two of the tests' networks. */
	beforeEach(async () => {
		count += 1;
		code = `NET-${count}`;
		const json = JSON.parse(dataFile("crisco-network"));
		json.network.code = code;
		const read = readNetworkFile(JSON.stringify(json));
		if ("faults" in read) throw new Error("the network file has faults");
		const network = createNetworkRoom({ database: database() });
		const initiatives = createInitiativesRoom({ database: database() });
		await loadNetwork(database(), { network, initiatives, programme: programmeInTransaction() }, read.file);
	});

	const enter = async (change: (file: Loose) => void = () => undefined) => {
		const json = JSON.parse(dataFile("example-people").replace(/(@\w+)(?=\.example)/g, `$1-${count}`));
		json.network = code;
		change(json);
		const read = readPeopleFile(JSON.stringify(json));
		if ("faults" in read) throw new Error(read.faults.map(lineOf).join());
		const rooms = {
			people: peopleInTransaction(),
			network: createNetworkRoom({ database: database() }),
			programme: programmeInTransaction(),
			recommendations: { recommendationsInRecord },
		};
		const entered = await enterPeople(database(), rooms, read.file);
		return "faults" in entered ? entered.faults.map(lineOf) : changesIn(entered.reports);
	};

	const dump = async () => {
		const tables = ["person", "role_assignment", "membership", "event", "delegate", "session", "agenda_item"];
		const rows = await Promise.all(
			tables.map((table) => database().query(`select t.*, xmin::text from ${table} t order by id`)),
		);
		return JSON.stringify(rows);
	};

	const rolesOf = async (email: string) => {
		const rows = await database().query<{ role: string }>(
			"select role from person_role r join person p on p.id = r.person_id where p.email = $1 order by role",
			[email],
		);
		return rows.map(({ role }) => role);
	};

	test("enters everybody with their roles, panels, badges and sessions", async () => {
		const lines = await enter();
		const kinds = lines.map((line) => line.split(" ")[1]);
		expect(
			Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([k, l]) => [k, l.length])),
		).toEqual({
			person: 9,
			membership: 4,
			event: 1,
			delegate: 3,
			session: 1,
			agenda: 3,
			role: 5,
		});
		expect(lines).toContain("~ event of activity 9: place, timeZone");
		expect(await rolesOf(`joanna.example@city-${count}.example`)).toEqual(["NETWORK_COORDINATOR"]);
		expect(await rolesOf(`fatima.example@city-${count}.example`)).toEqual(["FACILITATOR"]);
		expect(await rolesOf(`mina.example@mail-${count}.example`)).toEqual(["DELEGATE", "PANEL_MEMBER"]);
		const badges = await database().query<{ name: string; code: string }>(
			`select p.name, d.badge_code as code from delegate d join membership m on m.id = d.membership_id
			join person p on p.id = m.person_id join partner pa on pa.id = m.partner_id
			join network n on n.id = pa.network_id where n.code = $1 order by p.name`,
			[code],
		);
		expect(badges.map(({ name }) => name)).toEqual(["Karel Example", "Mina Example", "Rémy Example"]);
		expect(badges[0]?.code).toBe("4827");
		expect(badges[1]?.code).toMatch(/^[0-9]{4}$/);
		const [session] = await database().query(
			"select s.starts_at from session s join event e on e.id = s.event_id join activity a on a.id = e.activity_id join network n on n.id = a.network_id where n.code = $1",
			[code],
		);
		expect(session).toEqual({ starts_at: new Date("2019-06-12T07:30:00Z") });
	});

	test("twice changes nothing, not even a row's version; by four at the same time everything is added once", async () => {
		const entered = await Promise.all(Array.from({ length: 4 }, () => enter()));
		expect(entered.filter((lines) => lines.length > 0)).toHaveLength(1);
		const before = await dump();
		expect(await enter()).toEqual([]);
		expect(await dump()).toBe(before);
	});

	test("knows people by address, else by partner and name, and says what changed", async () => {
		await enter();
		const version = "select max(s.version)::int as version from session s";
		const [before] = await database().query<{ version: number }>(version);
		const lines = await enter((file) => {
			const [mina, karel, ines] = file.panels[0].members;
			mina.name = "Mina Example-Sørensen";
			mina.email = mina.email.toUpperCase();
			karel.email = `karel@mail-${count}.example`;
			karel.joinedOn = "2018-01-16";
			ines.leftOn = "2018-09-01";
			ines.language = null;
			file.event.place = null;
			file.delegations[0].delegates[1].badgeCode = "4828";
			file.sessions[0].agenda[0].minutes = 20;
			file.sessions[0].agenda.push({ kind: "INFORMATION", title: "Farewell" });
			file.observers = [];
		});
		const mail = (name: string) => `${name}-${count}.example`;
		expect(lines).toEqual([
			`~ person Mina Example-Sørensen <MINA.EXAMPLE@MAIL-${count}.EXAMPLE>: name, email`,
			`~ person Karel Example <karel@${mail("mail")}>: email`,
			"~ membership Karel Example (etterbeek): joinedOn",
			"~ membership Inès Example (etterbeek): leftOn",
			"~ delegate Karel Example (etterbeek): badgeCode",
			"+ agenda item Closing plenary: Farewell",
			"~ agenda item Closing plenary: Opening: minutes",
		]);
		const [after] = await database().query<{ version: number }>(version);
		expect(after?.version).toBe((before?.version ?? 0) + 1);
	});

	test("lets somebody who left come back, and be in two panels", async () => {
		await enter((file) => {
			file.panels[1].members[0].leftOn = "2018-05-01";
			file.delegations.pop();
		});
		const lines = await enter((file) => {
			const [remy] = file.panels[1].members;
			Object.assign(remy, { joinedOn: "2018-10-01" });
			file.panels[0].members.push({ ...remy, key: "etterbeek-4" });
			file.delegations.pop();
		});
		expect(lines).toEqual(["+ membership Rémy Example (etterbeek)", "+ membership Rémy Example (alda)"]);
	});

	test("a file that does not fit the record gets every fault with its path, and changes nothing", async () => {
		await enter();
		const before = await dump();
		expect(await enter((file) => (file.network = "ATLANTIS"))).toEqual([
			'network: there is no network "ATLANTIS": load it first',
		]);
		expect(
			await enter((file) => {
				file.panels[1].partner = "atlantis";
				file.delegations[1].partner = "atlantis";
				file.event.activityOrder = 8;
				file.sessions[0].agenda[1].recommendation = 3;
			}),
		).toEqual([
			'panels[1].partner: there is no partner "atlantis"',
			'delegations[1].partner: there is no partner "atlantis"',
			"event.activityOrder: activity 8 is no event of this network",
			"sessions[0].agenda[1].recommendation: there is no recommendation 3",
		]);
		expect(await dump()).toBe(before);
		expect(await enter((file) => (file.isDemonstration = true))).toHaveLength(9);
		const other =
			"(select e.id from event e join activity a on a.id = e.activity_id where a.ordinal = 3 limit 1)";
		await database().query(`update event set join_code = '34793479' where id = ${other}`);
		const withCode = await dump();
		expect(await enter((file) => (file.event.joinCode = "34793479"))).toEqual([
			"event.joinCode: is that of another event",
		]);
		expect(await dump()).toBe(withCode);
	});

	test("refuses to put somebody on an event's list twice, or twice at once in a panel", async () => {
		await enter();
		const twice = await enter((file) => {
			const [mina] = file.panels[0].members;
			file.panels[1].members.push({ ...mina, key: "alda-2" });
			file.delegations[1].delegates.push({ member: "alda-2" });
		});
		expect(twice).toEqual([
			"delegations[0].delegates[0].member: Mina Example (etterbeek) would be on the event's list twice",
			"delegations[1].delegates[1].member: Mina Example (alda) would be on the event's list twice",
		]);
		const atOnce = await enter((file) => {
			const [mina] = file.panels[0].members;
			file.panels[0].members.push({ ...mina, key: "etterbeek-4", joinedOn: "2018-03-01" });
		});
		expect(atOnce).toEqual([
			"panels[0].members[0].leftOn: Mina Example (etterbeek) is in the panel twice at once",
			"panels[0].members[3].leftOn: Mina Example (etterbeek) is in the panel twice at once",
		]);
	});

	test("says when a name without an address could be several people", async () => {
		await enter((file) => (file.panels[0].members[1].email = `karel.one@mail-${count}.example`));
		await enter((file) => (file.panels[0].members[1].email = `karel.two@mail-${count}.example`));
		expect(await enter()).toEqual([
			"panels[0].members[1].name: Karel Example could be any of 2 people of that name there",
		]);
	});
});
