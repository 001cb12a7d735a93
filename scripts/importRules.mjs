/**
 * Who may import whom, as rules for dependency-cruiser (`.dependency-cruiser.mjs` hands them over).
 * Every rule has a planted violation in importRules.unit.test.ts: a rule without one fails that test.
 */

/** The server's rooms, in the order of the house: a room may import only rooms that stand before it. */
export const rooms = [
	"people",
	"network",
	"programme",
	"initiatives",
	"recommendations",
	"drafting",
	"voting",
	"handbook",
	"publicGraph",
];

const anyRoom = `(?:${rooms.join("|")})`;
const services = "(?:live|database|http)";
const mikroOrm = "(^|/)node_modules/@mikro-orm/";
const shared = "^shared/src/";
/** Tests and their builders may look behind every door: the shelves' rules are for what is shipped. */
const tests = ["\\.test\\.tsx?$", "/testing/"];
const installed = "(^|/)node_modules/";

/**
 * @param {string} name
 * @param {string} comment
 * @param {import("dependency-cruiser").IRegularForbiddenRuleType["from"]} from
 * @param {import("dependency-cruiser").IRegularForbiddenRuleType["to"]} to
 * @returns {import("dependency-cruiser").IForbiddenRuleType}
 */
function forbid(name, comment, from, to) {
	return { name, comment, severity: "error", from, to };
}

/** Ids, hashes and compression: built-ins that decide nothing and reach nothing. */
const pureBuiltIns = "^(node:)?(crypto|zlib|util)$";

const shelves = [
	forbid(
		"domain-is-pure",
		"domain/ decides without any library: it imports only its own domain/ and shared. Give it values, not tools.",
		{ path: "^server/src/([^/]+)/domain/", pathNot: tests },
		{ pathNot: ["^server/src/$1/domain/", shared] },
	),
	forbid(
		"actions-use-ports",
		"actions/ import their own domain/ and ports.ts, other rooms' index.ts and shared. What they need of the world stands in ports.ts.",
		{ path: "^server/src/([^/]+)/actions/", pathNot: tests },
		{
			pathNot: [
				"^server/src/$1/(actions|domain)/",
				"^server/src/$1/ports\\.ts$",
				`^server/src/${anyRoom}/index\\.ts$`,
				shared,
				pureBuiltIns,
			],
		},
	),
	forbid(
		"store-keeps-to-the-database",
		"store/ imports its own store/, domain/ and ports.ts, database/, MikroORM and shared: no decisions of others, no GraphQL.",
		{ path: "^server/src/([^/]+)/store/", pathNot: tests },
		{
			pathNot: [
				"^server/src/$1/(store|domain)/",
				"^server/src/$1/ports\\.ts$",
				"^server/src/database/",
				mikroOrm,
				shared,
				pureBuiltIns,
			],
		},
	),
	forbid(
		"graphql-never-reaches-the-database",
		"graphql/ never imports store/, database/ or MikroORM: it reads through ports and calls actions, so that no row leaks into an answer.",
		{ path: "^server/src/[^/]+/graphql/", pathNot: tests },
		{ path: ["^server/src/[^/]+/store/", "^server/src/database/", mikroOrm] },
	),
	forbid(
		"mikro-orm-stays-in-store",
		"Only store/ and database/ know MikroORM (and house.ts, which wires everything).",
		{
			path: "^server/src/",
			pathNot: [...tests, "^server/src/[^/]+/store/", "^server/src/database/", "^server/src/house\\.ts$"],
		},
		{ path: mikroOrm },
	),
];

const doors = [
	forbid(
		"rooms-by-the-front-door",
		"One room enters another by its index.ts only (its graphql/ shelf also by the other's graphql/index.ts).",
		{ path: `^server/src/(${anyRoom})/`, pathNot: [...tests, `^server/src/${anyRoom}/graphql/`] },
		{
			path: `^server/src/${anyRoom}/`,
			pathNot: ["^server/src/$1/", `^server/src/${anyRoom}/index\\.ts$`],
		},
	),
	forbid(
		"graphql-by-the-front-doors",
		"A room's graphql/ enters another room by its index.ts or its graphql/index.ts only.",
		{ path: `^server/src/(${anyRoom})/graphql/`, pathNot: tests },
		{
			path: `^server/src/${anyRoom}/`,
			pathNot: ["^server/src/$1/", `^server/src/${anyRoom}/(graphql/)?index\\.ts$`],
		},
	),
	forbid(
		"live-and-http-by-the-front-door",
		"Rooms enter live/ and http/ by their index.ts only.",
		{ path: `^server/src/${anyRoom}/`, pathNot: tests },
		{ path: "^server/src/(live|http)/", pathNot: "^server/src/(live|http)/index\\.ts$" },
	),
	...rooms
		.slice(0, -1)
		.map((room, place) =>
			forbid(
				`${room}-imports-only-rooms-above`,
				`${room}/ may import only rooms that stand above it in the house; those below it know ${room}/, not the other way round.`,
				{ path: `^server/src/${room}/`, pathNot: tests },
				{ path: `^server/src/(${rooms.slice(place + 1).join("|")})/` },
			),
		),
	forbid(
		"services-know-no-room",
		"live/, database/ and http/ import no room: they serve all of them alike.",
		{ path: `^server/src/${services}/`, pathNot: tests },
		{ path: `^server/src/${anyRoom}/` },
	),
	forbid(
		"house-is-entered-by-main",
		"house.ts wires everything, and only the programs (main, cli, printSchemas) and tests import it.",
		{
			path: "^(server|client|shared)/src/",
			pathNot: [...tests, "^server/src/(main|cli|printSchemas)\\.ts$"],
		},
		{ path: "^server/src/house\\.ts$" },
	),
];

const ends = [
	forbid(
		"client-never-server",
		"client never imports server: what both must agree on stands in shared.",
		{ path: "^client/" },
		{ path: "^server/" },
	),
	forbid(
		"server-never-client",
		"server never imports client: it serves the built files, nothing more.",
		{ path: "^server/" },
		{ path: "^client/" },
	),
	forbid(
		"bench-measures-from-outside",
		"bench/ drives the built server from outside, as anybody could: it imports none of its code, only e2e/testing and scripts.",
		{ path: "^bench/" },
		{ path: "^(server|client|shared)/" },
	),
	forbid(
		"verifier-stands-alone",
		"verifier/ can be copied out and run with plain Node: it imports its own files and Node's built-ins, and nobody imports it.",
		{ path: "^verifier/" },
		{ pathNot: "^verifier/|^(node:)?(crypto|fs/promises|util)$" },
	),
	forbid(
		"verifier-is-imported-by-nobody",
		"A count that the server shares with its verifier would prove nothing: only tests load it.",
		{ pathNot: ["^verifier/", ...tests] },
		{ path: "^verifier/" },
	),
	forbid(
		"shared-stands-alone",
		"shared imports neither server nor client.",
		{ path: "^shared/" },
		{ path: "^(server|client)/" },
	),
	forbid(
		"shared-runs-in-browsers",
		"shared uses no Node built-ins: browsers run it too.",
		{ path: "^shared/src/", pathNot: tests },
		{ dependencyTypes: ["core"] },
	),
	forbid(
		"client-rooms-by-the-front-door",
		"A room of the client enters another room by its index.ts only; apollo/, ui/ and generated code are open to all.",
		{ path: "^client/src/([^/]+)/", pathNot: [...tests, "^client/src/app/"] },
		{
			path: "^client/src/[^/]+/",
			pathNot: [
				"^client/src/$1/",
				"^client/src/(apollo|ui|gql)/",
				"^client/src/publicGraph/gql/",
				"^client/src/[^/]+/index\\.tsx?$",
			],
		},
	),
	forbid(
		"ui-knows-only-ui",
		"ui/ is the design system: it imports nothing of client outside ui/.",
		{ path: "^client/src/ui/", pathNot: tests },
		{ path: "^client/", pathNot: ["^client/src/ui/", installed] },
	),
];

const everywhere = [
	forbid(
		"no-rings",
		"No rings of imports: what knows each other in a circle cannot be understood, tested or moved alone.",
		{ path: "^(server|client|shared)/src/|^scripts/|^e2e/|^bench/|^verifier/" },
		{ circular: true },
	),
	forbid(
		"testing-only-from-tests",
		"testing/ (builders, memory adapters, contract suites) is imported by tests only and never shipped.",
		{ pathNot: [...tests, "^e2e/", "^bench/", "^scripts/screenshots\\.mjs$", "^vitest\\.config\\.ts$"] },
		{ path: "/testing/", pathNot: installed },
	),
	forbid(
		"tests-are-imported-by-nobody",
		"A test file is run, never imported: what several tests need stands in testing/.",
		{},
		{ path: "\\.test\\.tsx?$", pathNot: installed },
	),
	forbid(
		"no-orphans",
		"A file that imports nothing and that nothing imports is dead, or its import was forgotten.",
		{
			orphan: true,
			pathNot: [
				...tests,
				"\\.d\\.ts$",
				"(^|/)gql/",
				"/migrations/",
				"^server/src/(main|cli|printSchemas)\\.ts$",
				"^bench/servers/garbage\\.ts$",
			],
		},
		{},
	),
	forbid(
		"imports-resolve",
		"Every import must be found: a typing error here would hide a file from all other rules.",
		{},
		{ couldNotResolve: true },
	),
];

export const importRules = [...shelves, ...doors, ...ends, ...everywhere];

/**
 * How imports are read and found; swc parses, because TypeScript 7 offers no compiler API to tools.
 */
export const cruiseOptions = {
	parser: /** @type {const} */ ("swc"),
	tsPreCompilationDeps: true,
	doNotFollow: { path: ["(^|/)node_modules/", "(^|/)dist/"] },
	exclude: { path: ["\\.(css|svg|png|graphql)$", "^(server|client|shared)/dist/"] },
	combinedDependencies: true,
	enhancedResolveOptions: {
		exportsFields: ["exports"],
		conditionNames: ["crossroads-source", "types", "import", "node", "default"],
		mainFields: ["module", "main", "types", "typings"],
		extensions: [".ts", ".tsx", ".d.ts", ".mjs", ".js", ".json"],
	},
};
