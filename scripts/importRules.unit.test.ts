import { describe, expect, test } from "vitest";
import { importRules, rooms } from "./importRules.mjs";
import { cruisePlantedHouse, type Planted } from "./testing/plantHouse.ts";

const main = "server/src/main.ts";

/** Imports that the table of the house allows; nothing may be found in them. */
const allowed: Planted = {
	[main]: ["server/src/house.ts"],
	"server/src/house.ts": [
		"server/src/voting/index.ts",
		"server/src/voting/store/PgBallotBox.ts",
		"server/src/voting/graphql/index.ts",
		"server/src/http/guard.ts",
		"@mikro-orm/core",
	],
	"server/src/voting/index.ts": ["server/src/voting/actions/castBallot.ts"],
	"server/src/voting/domain/Poll.ts": ["server/src/voting/domain/Choice.ts", "shared/src/index.ts"],
	"server/src/voting/actions/castBallot.ts": [
		"server/src/voting/domain/Poll.ts",
		"server/src/voting/ports.ts",
		"server/src/people/index.ts",
		"shared/src/index.ts",
	],
	"server/src/voting/store/PgBallotBox.ts": [
		"server/src/voting/domain/Poll.ts",
		"server/src/voting/ports.ts",
		"server/src/database/transaction.ts",
		"@mikro-orm/core",
	],
	"server/src/voting/graphql/index.ts": [
		"server/src/people/index.ts",
		"server/src/people/graphql/index.ts",
		"server/src/live/index.ts",
		"server/src/http/index.ts",
		"zod",
	],
	"server/src/voting/castBallot.integration.test.ts": [
		"server/src/voting/testing/aPoll.ts",
		"server/src/people/store/PersonRow.ts",
		"server/src/handbook/index.ts",
		"server/src/house.ts",
	],
	"verifier/verifyPoll.mjs": ["verifier/checks.mjs"],
	"verifier/checks.mjs": ["node:crypto", "node:util"],
	"client/src/main.tsx": ["client/src/app/App.tsx"],
	"client/src/app/App.tsx": ["client/src/voting/BallotPage.tsx"],
	"client/src/voting/BallotPage.tsx": [
		"client/src/ui/Button.tsx",
		"client/src/apollo/client.ts",
		"client/src/gql/graphql.ts",
		"client/src/people/index.ts",
		"shared/src/index.ts",
	],
};

/** One planted violation a rule: the file, what it imports, and the rules that it breaks. */
const violations: { file: string; imports: string[]; breaks: string[] }[] = [
	...["zod", "node:crypto", "server/src/voting/ports.ts"].map((forbidden, nth) => ({
		file: `server/src/voting/domain/broken${nth}.ts`,
		imports: [forbidden],
		breaks: ["domain-is-pure"],
	})),
	...["zod", "server/src/voting/store/BallotRow.ts", "server/src/live/index.ts"].map((forbidden, nth) => ({
		file: `server/src/voting/actions/broken${nth}.ts`,
		imports: [forbidden],
		breaks: ["actions-use-ports"],
	})),
	...["zod", "server/src/voting/actions/castBallot.ts", "server/src/people/index.ts"].map(
		(forbidden, nth) => ({
			file: `server/src/voting/store/broken${nth}.ts`,
			imports: [forbidden],
			breaks: ["store-keeps-to-the-database"],
		}),
	),
	...["server/src/voting/store/BallotRow.ts", "server/src/database/transaction.ts"].map((forbidden, nth) => ({
		file: `server/src/voting/graphql/broken${nth}.ts`,
		imports: [forbidden],
		breaks: ["graphql-never-reaches-the-database"],
	})),
	{
		file: "server/src/voting/graphql/brokenOrm.ts",
		imports: ["@mikro-orm/core"],
		breaks: ["graphql-never-reaches-the-database", "mikro-orm-stays-in-store"],
	},
	{ file: "server/src/voting/orm.ts", imports: ["@mikro-orm/core"], breaks: ["mikro-orm-stays-in-store"] },
	{
		file: "server/src/voting/backDoor.ts",
		imports: ["server/src/people/domain/Person.ts"],
		breaks: ["rooms-by-the-front-door"],
	},
	{
		file: "server/src/voting/graphqlDoor.ts",
		imports: ["server/src/people/graphql/index.ts"],
		breaks: ["rooms-by-the-front-door"],
	},
	{
		file: "server/src/voting/graphql/backDoor.ts",
		imports: ["server/src/people/graphql/PersonView.ts"],
		breaks: ["graphql-by-the-front-doors"],
	},
	{
		file: "server/src/voting/liveDoor.ts",
		imports: ["server/src/live/groups.ts"],
		breaks: ["live-and-http-by-the-front-door"],
	},
	...rooms.slice(0, -1).map((room, place) => ({
		file: `server/src/${room}/upsideDown.ts`,
		imports: [`server/src/${rooms[place + 1]}/index.ts`],
		breaks: [`${room}-imports-only-rooms-above`],
	})),
	...["live", "database", "http"].map((service) => ({
		file: `server/src/${service}/curious.ts`,
		imports: ["server/src/people/index.ts"],
		breaks: ["services-know-no-room"],
	})),
	{
		file: "server/src/voting/homesick.ts",
		imports: ["server/src/house.ts"],
		breaks: ["house-is-entered-by-main"],
	},
	{ file: "client/src/app/thief.ts", imports: ["server/src/config.ts"], breaks: ["client-never-server"] },
	{ file: "server/src/http/thief.ts", imports: ["client/src/app/theme.ts"], breaks: ["server-never-client"] },
	{
		file: "bench/live/thief.ts",
		imports: ["server/src/live/index.ts"],
		breaks: ["bench-measures-from-outside"],
	},
	...["server/src/voting/domain/decidePoll.ts", "shared/src/index.ts", "node:child_process", "zod"].map(
		(forbidden, nth) => ({
			file: `verifier/broken${nth}.mjs`,
			imports: [forbidden],
			breaks: ["verifier-stands-alone"],
		}),
	),
	{
		file: "server/src/voting/countTwice.ts",
		imports: ["verifier/count.mjs"],
		breaks: ["verifier-is-imported-by-nobody"],
	},
	{ file: "shared/src/thief.ts", imports: ["server/src/config.ts"], breaks: ["shared-stands-alone"] },
	{ file: "shared/src/nodeOnly.ts", imports: ["node:fs"], breaks: ["shared-runs-in-browsers"] },
	{
		file: "client/src/voting/backDoor.ts",
		imports: ["client/src/people/PersonName.tsx"],
		breaks: ["client-rooms-by-the-front-door"],
	},
	{
		file: "client/src/ui/Curious.tsx",
		imports: ["client/src/people/index.ts"],
		breaks: ["ui-knows-only-ui"],
	},
	{
		file: "server/src/network/testOnly.ts",
		imports: ["server/src/network/testing/aPanel.ts"],
		breaks: ["testing-only-from-tests"],
	},
	{
		file: "server/src/network/importsTest.ts",
		imports: ["server/src/network/balance.unit.test.ts"],
		breaks: ["tests-are-imported-by-nobody"],
	},
	{ file: "server/src/network/alone.ts", imports: [], breaks: ["no-orphans"] },
	{ file: "server/src/network/typo.ts", imports: ["./missing.ts"], breaks: ["imports-resolve"] },
];

const ring: Planted = {
	"server/src/network/ringOne.ts": ["server/src/network/ringTwo.ts"],
	"server/src/network/ringTwo.ts": ["server/src/network/ringOne.ts"],
};

describe("the import rules of the house", () => {
	test("allow what the table of the architecture allows", async () => {
		expect(await cruisePlantedHouse(allowed)).toEqual([]);
	});

	test("find every planted violation, each by the rule that it breaks, and nothing else", async () => {
		const planted = Object.fromEntries(violations.map(({ file, imports }) => [file, imports]));
		const expected = violations.flatMap(({ file, breaks }) => breaks.map((rule) => `${file}: ${rule}`));
		const found = await cruisePlantedHouse({ ...allowed, ...planted });
		expect(found.map(({ file, rule }) => `${file}: ${rule}`)).toEqual(
			expected.sort((a, b) => a.localeCompare(b)),
		);
	});

	test("find a ring, also one of types only", async () => {
		const found = await cruisePlantedHouse(ring);
		expect(found.map(({ rule }) => rule)).toContain("no-rings");
	});

	test("have a planted violation each", () => {
		const proved = new Set<string | undefined>(["no-rings", ...violations.flatMap(({ breaks }) => breaks)]);
		expect(importRules.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([]);
	});
});
