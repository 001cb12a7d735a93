import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lineOf } from "../file/FileFault.ts";
import { readNetworkFile } from "./readNetworkFile.ts";

// biome-ignore lint/suspicious/noExplicitAny: the tests spoil the file in every way
type Loose = any;

const crisco = readFileSync(new URL("../../../data/crisco-network.json", import.meta.url), "utf8");

/** Puts a value at a place such as `partners[3].city`; undefined removes what is there. */
function put(file: Loose, place: string, value: unknown): void {
	const steps = place.split(/[.[\]]+/).filter((step) => step !== "");
	const last = steps.pop() as string;
	const holder = steps.reduce((held, step) => held[step], file);
	if (value === undefined) delete holder[last];
	else holder[last] = value;
}

function faultsAfter(spoil: (file: Loose) => void): string[] {
	const file = JSON.parse(crisco);
	spoil(file);
	const read = readNetworkFile(JSON.stringify(file));
	return "faults" in read ? read.faults.map(lineOf) : [];
}

test("the network of record has no fault", () => {
	const read = readNetworkFile(crisco);
	expect(read).not.toHaveProperty("faults");
	if ("faults" in read) return;
	expect(read.file.partners).toHaveLength(10);
	expect(read.file.activities).toHaveLength(9);
	expect(read.file.panelRule?.shares[0]?.share).toEqual({ numerator: 1, denominator: 3 });
	expect(read.file.activities[6]?.startsOn).toBeNull();
});

describe("a fault has its path in the file:", () => {
	const cases: [place: string, value: unknown, line: string][] = [
		["partners[3].languages", undefined, "partners[3].languages: is missing"],
		["partners[3].languages", [], "partners[3].languages: is empty"],
		["partners[3].languages", ["Danish"], "partners[3].languages[0]: is no language (BCP 47, such as fr)"],
		["partners[0].name", 7, "partners[0].name: is no string"],
		["partners[0].name", "", "partners[0].name: is empty"],
		["partners[0].city", "Etter\u0000beek", "partners[0].city: holds a control character"],
		["themes[0].title", "x\ud800", "themes[0].title: holds a control character"],
		["partners[1].role", "BOSS", "partners[1].role: is none of LEAD, CORE, CONTRIBUTING"],
		["partners[1].latitude", 91, "partners[1].latitude: is more than 90"],
		["partners[1].country", "France", "partners[1].country: is no country (ISO 3166-1, such as BE)"],
		["partners[1].citty", "x", "partners[1].citty: is not known here"],
		["network.startsOn", "2018-02-30", "network.startsOn: is no day of the calendar (YYYY-MM-DD)"],
		["network.endsOn", "2017-08-31", "network.endsOn: 2017-08-31 is before startsOn 2017-09-01"],
		["activities[2].endsOn", "2018-03-13", "activities[2].endsOn: 2018-03-13 is before startsOn 2018-03-14"],
		["partners[4].code", "alda", "partners[4].code: alda is used by partners[1] already"],
		["activities[1].order", 1, "activities[1].order: 1 is used by activities[0] already"],
		["activities[1].theme", "weather", 'activities[1].theme: there is no theme "weather"'],
		["activities[2].host", "atlantis", 'activities[2].host: there is no partner "atlantis"'],
		["initiatives[0].partner", "atlantis", 'initiatives[0].partner: there is no partner "atlantis"'],
		["partners[2].role", "LEAD", "partners[2].role: a second partner has the role LEAD"],
		["partners[0].role", "CORE", "partners: no partner has the role LEAD"],
		["panelRule.shares[0].share", "a third", "panelRule.shares[0].share: is no share (such as 1/3)"],
		[
			"panelRule.shares[0].share",
			"34/102",
			"panelRule.shares[0].share: is no share: its lower number is above 100",
		],
		["panelRule.shares[0].share", "1/2", "panelRule.shares: do not make one together"],
		["activities[1].sessions", ["PLENARY"], "activities[1].sessions: only a TRANSNATIONAL activity has it"],
		[
			"activities[2].timeZone",
			"Mars/Base",
			"activities[2].timeZone: is no time zone (IANA, such as Europe/Brussels)",
		],
	];

	test.each(cases)("%s = %j", (place, value, line) => {
		expect(faultsAfter((file) => put(file, place, value))).toEqual([line]);
	});

	test("an initiative that is there twice", () => {
		expect(faultsAfter((file) => file.initiatives.push(file.initiatives[0]))).toEqual([
			"initiatives[4].title: etterbeek: Crossroad of the Regions is used by initiatives[0] already",
		]);
	});

	test("a group without a share", () => {
		expect(faultsAfter((file) => file.panelRule.shares.pop())).toEqual([
			"panelRule.shares: AUTHORITIES_AND_EXPERTS is missing",
		]);
	});

	test("shares that make one in another way are a rule too", () => {
		const spoil = (file: Loose) => {
			file.panelRule.shares[0].share = "1/2";
			file.panelRule.shares[1].share = "2/6";
			file.panelRule.shares[2].share = "1/6";
		};
		expect(faultsAfter(spoil)).toEqual([]);
	});
});

test("all faults come at once: of shape, and between parts of which some have the wrong shape", () => {
	const faults = faultsAfter((file) => {
		delete file.partners[3].languages;
		file.partners[5].country = "Lithuania";
		file.activities[2].host = "atlantis";
		file.themes[0].order = "first";
		file.activities[4].endsOn = "2018-01-01";
	});
	expect(faults.sort()).toEqual(
		[
			"partners[3].languages: is missing",
			"partners[5].country: is no country (ISO 3166-1, such as BE)",
			'activities[2].host: there is no partner "atlantis"',
			"themes[0].order: is no whole number",
			"activities[4].endsOn: 2018-01-01 is before startsOn 2018-09-26",
		].sort(),
	);
});

test.each([
	["", "the file is no JSON"],
	["{", "the file is no JSON"],
	["[]", "the file is no object"],
	["null", "the file is no object"],
])("the text %j is no network file", (text, line) => {
	const read = readNetworkFile(text);
	const [first = ""] = "faults" in read ? read.faults.map(lineOf) : [];
	expect(first.startsWith(line), first).toBe(true);
});

test("a lot of nonsense is refused, not stumbled over", () => {
	const nonsense = [{}, { partners: [null, 1, "x", []] }, { partners: {}, themes: "x", activities: [[[]]] }];
	for (const file of nonsense) expect(readNetworkFile(JSON.stringify(file))).toHaveProperty("faults");
});
