import "reflect-metadata";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ConfigFault, readConfig } from "./config.ts";
import { connectDatabase, type Database, migrateDatabase, startEmbeddedPostgres } from "./database/index.ts";
import { createInitiativesRoom, initiativesEntities } from "./initiatives/index.ts";
import { lineOf, loadNetwork, readNetworkFile, reportLines } from "./loading/index.ts";
import { createNetworkRoom, networkEntities } from "./network/index.ts";
import { programmeEntities, programmeInTransaction } from "./programme/index.ts";

/** What the program ends with. */
const ExitCode = { done: 0, fault: 1, badUse: 2, badFile: 3 } as const;

const USAGE = `Usage: npm run crossroads -- load <file>

  load <file>   Loads a network of record (JSON, as server/data/crisco-network.json) into the database, and says what
                it added and changed. Loading the same file again changes nothing. A file with a fault changes nothing
                either; every fault is named with its place in the file.

The database is that of the server: DATABASE_URL, or the embedded one in DATA_DIR; the server may be running.
Ends with 0: done; 1: something broke; 2: not called like this; 3: the file has faults or cannot be read.`;

async function run([command, path, ...rest]: readonly string[]): Promise<number> {
	if (command !== "load" || !path || rest.length > 0) {
		console.error(USAGE);
		return ExitCode.badUse;
	}
	return load(resolve(process.env.INIT_CWD ?? process.cwd(), path));
}

async function load(path: string): Promise<number> {
	const text = textOf(path);
	if (text === null) {
		console.error(`${path} cannot be read. Nothing changed.`);
		return ExitCode.badFile;
	}
	const read = readNetworkFile(text);
	if ("faults" in read) {
		console.error(
			[...read.faults.map(lineOf), `${read.faults.length} faults in ${path}. Nothing changed.`].join("\n"),
		);
		return ExitCode.badFile;
	}
	const { reports } = await withDatabase((database) =>
		loadNetwork(
			database,
			{
				network: createNetworkRoom({ database }),
				programme: programmeInTransaction(),
				initiatives: createInitiativesRoom({ database }),
			},
			read.file,
		),
	);
	console.log(reportLines(reports).join("\n"));
	return ExitCode.done;
}

function textOf(path: string): string | null {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return null;
	}
}

/** The server's database, migrated; the embedded one is started or, while the server runs, joined. */
async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
	const { databaseUrl, dataFolder } = readConfig(process.env);
	const embedded = databaseUrl ? null : await startEmbeddedPostgres({ folder: `${dataFolder}/postgres` });
	try {
		const url = databaseUrl ?? (embedded?.url as string);
		await migrateDatabase(url);
		const entities = [...networkEntities, ...programmeEntities, ...initiativesEntities];
		const database = await connectDatabase({ url, entities, poolSize: 2 });
		return await work(database).finally(() => database.close());
	} finally {
		await embedded?.stop();
	}
}

// The exit code is set, not forced: what was printed into a pipe must get out.
run(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(fault) => {
		console.error(fault instanceof ConfigFault ? fault.message : fault);
		process.exitCode = ExitCode.fault;
	},
);
