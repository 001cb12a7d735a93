import { describe, expect, test } from "vitest";
import { ConfigFault, readConfig } from "./config.ts";

const production = {
	NODE_ENV: "production",
	PUBLIC_ADDRESS: "https://crossroads.example.eu",
	SMTP_URL: "smtps://user:hunter2@mail.example.eu",
	MAIL_FROM: "Crossroads <crossroads@example.eu>",
};

const aKey = Buffer.alloc(32, 7).toString("base64url");

/** The names of the settings that are complained about. */
function faultsOf(variables: Record<string, string | undefined>): string[] {
	try {
		readConfig(variables);
		return [];
	} catch (fault) {
		if (fault instanceof ConfigFault) return fault.faults.map((line) => line.split(":")[0] ?? "");
		throw fault;
	}
}

describe("the settings", () => {
	test("an empty environment starts a demonstration for this machine alone", () => {
		expect(readConfig({})).toMatchObject({
			isProduction: false,
			port: 4000,
			host: "127.0.0.1",
			publicAddress: "http://localhost:4000",
			databaseUrl: null,
			trustedDocuments: null,
			isDemonstration: true,
		});
	});

	test("production listens to everybody and has no demonstration", () => {
		expect(readConfig(production)).toMatchObject({
			isProduction: true,
			host: "0.0.0.0",
			isDemonstration: false,
		});
	});

	test("a variable set to nothing is one that is not set", () => {
		expect(readConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 4000, databaseUrl: null });
	});

	test("the public address loses the slash at its end", () => {
		expect(readConfig({ PUBLIC_ADDRESS: "https://x.eu/" }).publicAddress).toBe("https://x.eu");
	});

	test("with any free port the public address follows from the one that is listened on", () => {
		expect(readConfig({ PORT: "0" }).publicAddress).toBeNull();
	});

	test.each([
		["a word as port", { PORT: "http" }, ["PORT"]],
		["a port beyond the last", { PORT: "65536" }, ["PORT"]],
		["a public address with a path", { PUBLIC_ADDRESS: "https://x.eu/a" }, ["PUBLIC_ADDRESS"]],
		["a public address with a user", { PUBLIC_ADDRESS: "https://me@x.eu" }, ["PUBLIC_ADDRESS"]],
		["a public address of another kind", { PUBLIC_ADDRESS: "ftp://x.eu" }, ["PUBLIC_ADDRESS"]],
		["another database", { DATABASE_URL: "mysql://x" }, ["DATABASE_URL"]],
		["a sender with a second line", { MAIL_FROM: "a@x.eu\r\nBcc: b@x.eu" }, ["MAIL_FROM"]],
		["a key that is too short", { BOARD_KEY: "abc" }, ["BOARD_KEY"]],
		["an unknown environment", { NODE_ENV: "prod" }, ["NODE_ENV"]],
		["each of two faults at once", { PORT: "-1", REDIS_URL: "localhost" }, ["PORT", "REDIS_URL"]],
	])("%s is refused", (_, variables, faults) => {
		expect(faultsOf(variables)).toEqual(faults);
	});

	test.each([
		[
			"everything missing is named at once",
			{ NODE_ENV: "production" },
			["PUBLIC_ADDRESS", "SMTP_URL", "MAIL_FROM"],
		],
		[
			"an address without encryption is refused",
			{ ...production, PUBLIC_ADDRESS: "http://x.eu" },
			["PUBLIC_ADDRESS"],
		],
		["the demonstration is refused", { ...production, DEMONSTRATION: "on" }, ["DEMONSTRATION"]],
		["a missing mail server is refused", { ...production, SMTP_URL: undefined }, ["SMTP_URL"]],
		[
			"a database that several machines may share asks for the keys that they must share",
			{ ...production, DATABASE_URL: "postgres://x/y" },
			["BALLOT_KEY", "BOARD_KEY"],
		],
		[
			"given keys are accepted",
			{ ...production, DATABASE_URL: "postgres://x/y", BALLOT_KEY: aKey, BOARD_KEY: aKey },
			[],
		],
		["the full settings are accepted", production, []],
	])("in production, %s", (_, variables, faults) => {
		expect(faultsOf(variables)).toEqual(faults);
	});

	test("the same settings are accepted outside of production", () => {
		expect(faultsOf({ ...production, NODE_ENV: "development", DEMONSTRATION: "on" })).toEqual([]);
	});

	test("a fault does not print a password", () => {
		expect(() => readConfig({ DATABASE_URL: "mysql://user:hunter2@x" })).toThrow(/DATABASE_URL/);
		expect(() => readConfig({ DATABASE_URL: "mysql://user:hunter2@x" })).not.toThrow(/hunter2/);
	});
});
