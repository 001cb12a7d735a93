import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type RecordReport, schemaDifference } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { createInitiativesRoom, initiativesEntities } from "../../initiatives/index.ts";
import { createNetworkRoom, networkEntities } from "../../network/index.ts";
import { programmeEntities, programmeInTransaction } from "../../programme/index.ts";
import { loadNetwork, type NetworkFile, readNetworkFile } from "../index.ts";

const crisco = readFileSync(new URL("../../../data/crisco-network.json", import.meta.url), "utf8");
const entities = [...networkEntities, ...programmeEntities, ...initiativesEntities];

// biome-ignore lint/suspicious/noExplicitAny: the tests change the file in every way
function read(change: (file: any) => void = () => undefined): NetworkFile {
	const json = JSON.parse(crisco);
	change(json);
	const file = readNetworkFile(JSON.stringify(json));
	if ("faults" in file) throw new Error(JSON.stringify(file.faults));
	return file.file;
}

const changesIn = (reports: readonly RecordReport[]) =>
	reports.flatMap(({ kind, added, changed }) => [
		...added.map((name) => `+ ${kind} ${name}`),
		...changed.map(({ name, fields }) => `~ ${kind} ${name}: ${fields.join(", ")}`),
	]);

describeWithDatabase("loading a network", entities, (database) => {
	const load = (file: NetworkFile) =>
		loadNetwork(
			database(),
			{
				network: createNetworkRoom({ database: database() }),
				programme: programmeInTransaction(),
				initiatives: createInitiativesRoom({ database: database() }),
			},
			file,
		);
	const dump = async () => {
		const tables = ["network", "panel_share", "partner", "theme", "activity", "event", "initiative"];
		const rows = await Promise.all(
			tables.map((table) => database().query(`select t.*, xmin::text from ${table} t order by 1, 2`)),
		);
		return JSON.stringify(rows);
	};

	test("writes through entities that fit the tables", async () => {
		expect(await schemaDifference(database())).toEqual([]);
	});

	test("adds the network of record: ten partners, four themes, nine activities, four events", async () => {
		const { reports, networkId } = await load(read());
		const added = Object.fromEntries(reports.map((report) => [report.kind, report.added.length]));
		expect(added).toEqual({
			network: 1,
			"panel share": 3,
			partner: 10,
			theme: 4,
			activity: 9,
			event: 4,
			initiative: 4,
		});
		const { shelf } = createNetworkRoom({ database: database() });
		expect((await shelf.partnersOf(networkId)).map(({ code }) => code).slice(0, 3)).toEqual([
			"etterbeek",
			"alda",
			"bassano",
		]);
		const [vejle] = await database().query("select starts_on from activity where ordinal = 7");
		expect(vejle).toEqual({ starts_on: null });
	});

	test("twice changes nothing, not even a row's version", async () => {
		await load(read());
		const before = await dump();
		const { reports } = await load(read());
		expect(changesIn(reports)).toEqual([]);
		expect(await dump()).toBe(before);
	});

	test("says what changed by field, and keeps what the file does not name any more", async () => {
		await load(read());
		const { reports } = await load(
			read((file) => {
				file.partners[1].name = "ALDA";
				file.partners[1].latitude = 48.58;
				file.activities[6].startsOn = "2019-01-23";
				file.themes.push({ code: "new-theme", order: 5, title: "New" });
				file.initiatives.pop();
			}),
		);
		expect(changesIn(reports)).toEqual([
			"~ partner alda: name, latitude",
			"+ theme new-theme",
			"~ activity 7: startsOn",
		]);
		expect(reports.find(({ kind }) => kind === "initiative")?.kept).toEqual([
			"rezekne: Parish newsletter training",
		]);
	});

	test("never erases what is known by what is not known", async () => {
		await load(
			read((file) => Object.assign(file.activities[6], { startsOn: "2019-01-23", summary: "Known." })),
		);
		const { reports } = await load(
			read((file) => {
				Object.assign(file.activities[6], { startsOn: null, summary: null });
				delete file.newsletterLanguages;
			}),
		);
		expect(changesIn(reports)).toEqual([]);
		const [row] = await database().query("select starts_on, summary from activity where ordinal = 7");
		expect(row).toEqual({ starts_on: "2019-01-23", summary: "Known." });
	});

	test("loads another network beside the first, with shares of its own", async () => {
		const { networkId } = await load(
			read((file) => {
				file.network.code = "OTHER";
				file.panelRule.shares = [
					{ group: "CITIZENS", share: "1/2" },
					{ group: "CIVIL_SOCIETY", share: "1/4" },
					{ group: "AUTHORITIES_AND_EXPERTS", share: "1/4" },
				];
			}),
		);
		const { shelf } = createNetworkRoom({ database: database() });
		expect((await shelf.networks()).map(({ code }) => code)).toEqual(["CRISCO", "OTHER"]);
		expect((await shelf.panelRuleOf(networkId)).rule.CITIZENS).toEqual(
			expect.objectContaining({ numerator: 1, denominator: 2 }),
		);
	});

	test("by four at the same time adds everything once", async () => {
		const file = read((json) => {
			json.network.code = "PARALLEL";
		});
		const loads = await Promise.all(Array.from({ length: 4 }, () => load(file)));
		expect(loads.filter(({ reports }) => changesIn(reports).length > 0)).toHaveLength(1);
	});
});
