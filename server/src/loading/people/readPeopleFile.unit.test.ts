import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lineOf } from "../file/FileFault.ts";
import { readPeopleFile } from "./readPeopleFile.ts";

// biome-ignore lint/suspicious/noExplicitAny: the tests spoil the file in every way
type Loose = any;

const textOf = (name: string) => readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), "utf8");

function faultsAfter(spoil: (file: Loose) => void): string[] {
	const file = JSON.parse(textOf("example-people"));
	spoil(file);
	const read = readPeopleFile(JSON.stringify(file));
	return "faults" in read ? read.faults.map(lineOf) : [];
}

test.each(["example-people", "demonstration-people"])("%s.json has no fault", (name) => {
	expect(readPeopleFile(textOf(name))).not.toHaveProperty("faults");
});

test("a file may name a first coordinator and nothing else", () => {
	const coordinator = { name: "Jo", email: "jo@city.example", role: "NETWORK_COORDINATOR" };
	const read = readPeopleFile(JSON.stringify({ network: "CRISCO", coordinators: [coordinator] }));
	expect(read).toMatchObject({ file: { coordinators: [{ language: null, partner: null }], panels: [] } });
});

describe("a fault has its path in the file:", () => {
	const cases: [what: string, spoil: (file: Loose) => void, line: string][] = [
		["no network", (file) => delete file.network, "network: is missing"],
		["an address", (file) => (file.observers[0].email = "x"), "observers[0].email: is no e-mail address"],
		["no address", (file) => delete file.coordinators[0].email, "coordinators[0].email: is missing"],
		["a slip of the pen", (file) => (file.panel = []), "panel: is not known here"],
		[
			"a group",
			(file) => (file.panels[0].members[1].group = "KINGS"),
			"panels[0].members[1].group: is none of CITIZENS, CIVIL_SOCIETY, AUTHORITIES_AND_EXPERTS",
		],
		[
			"a day",
			(file) => (file.panels[1].members[0].joinedOn = "2018-02-30"),
			"panels[1].members[0].joinedOn: is no day of the calendar (YYYY-MM-DD)",
		],
		[
			"an end before the beginning",
			(file) => (file.panels[1].members[0].leftOn = "2017-01-01"),
			"panels[1].members[0].leftOn: 2017-01-01 is before joinedOn 2018-02-01",
		],
		[
			"a badge",
			(file) => (file.delegations[0].delegates[1].badgeCode = "48"),
			"delegations[0].delegates[1].badgeCode: is no badge code (four digits)",
		],
		[
			"a join code",
			(file) => (file.event.joinCode = "OOOOOOOO"),
			"event.joinCode: is no join code (eight of its letters and digits)",
		],
		[
			"a key twice",
			(file) => {
				file.panels[1].members[0].key = "etterbeek-3";
				file.delegations.pop();
			},
			"panels[1].members[0].key: etterbeek-3 is used by panels[0].members[2] already",
		],
		[
			"a delegate whom the panel does not have",
			(file) => (file.delegations[1].delegates[0].member = "etterbeek-3"),
			'delegations[1].delegates[0].member: the panel of alda has no member "etterbeek-3" here',
		],
		[
			"a delegate twice",
			(file) => (file.delegations[0].delegates[1].member = "etterbeek-1"),
			"delegations[0].delegates[1].member: etterbeek-1 is used by delegations[0].delegates[0] already",
		],
		[
			"one name twice in a panel, without an address",
			(file) => (file.panels[0].members[2].name = "Karel Example"),
			"panels[0].members[1].email: is needed: Karel Example is there twice",
		],
		[
			"one address with two names",
			(file) => (file.facilitators[0].email = "Joanna.Example@city.example"),
			"facilitators[0].name: Joanna.Example@city.example belongs to Joanna Example above",
		],
		[
			"a partner coordinator without a partner",
			(file) => delete file.coordinators[1].partner,
			"coordinators[1].partner: is missing",
		],
		[
			"a session that nobody holds",
			(file) => (file.facilitators[0].sessions = ["Opening ball"]),
			'facilitators[0].sessions[0]: there is no session "Opening ball" in this file',
		],
		[
			"a session that ends before it begins",
			(file) => (file.sessions[0].endsAt = "2019-06-12T09:00:00+02:00"),
			"sessions[0].endsAt: 2019-06-12T09:00:00+02:00 is before startsAt 2019-06-12T09:30:00+02:00",
		],
		[
			"an item twice",
			(file) => (file.sessions[0].agenda[2].title = "Opening"),
			"sessions[0].agenda[2].title: Opening is used by sessions[0].agenda[0] already",
		],
	];

	test.each(cases)("%s", (_what, spoil, line) => {
		expect(faultsAfter(spoil)).toEqual([line]);
	});

	test("delegations, sessions and facilitators without an event", () => {
		expect(faultsAfter((file) => delete file.event)).toEqual(
			["delegations", "sessions", "facilitators"].map(
				(list) => `${list}: belongs to an event, and the file names none`,
			),
		);
	});

	test("all of them at once", () => {
		const faults = faultsAfter((file) => {
			delete file.network;
			file.panels[0].members[0].email = 7;
			file.delegations[1].delegates[0].member = "nobody";
		});
		expect(faults).toHaveLength(3);
	});
});

test("nonsense is refused, not stumbled over", () => {
	const nonsense = [{}, [], null, { panels: [null, 1, { members: [[], "x"] }], sessions: {}, event: 7 }];
	for (const file of nonsense) expect(readPeopleFile(JSON.stringify(file))).toHaveProperty("faults");
});
