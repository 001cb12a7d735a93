import "reflect-metadata";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ConfigFault, readConfig } from "./config.ts";
import {
	connectDatabase,
	type Database,
	migrateDatabase,
	type RecordReport,
	startEmbeddedPostgres,
} from "./database/index.ts";
import { createInitiativesRoom, initiativesEntities } from "./initiatives/index.ts";
import {
	enterPeople,
	type FileFault,
	lineOf,
	loadNetwork,
	type ReadFile,
	readNetworkFile,
	readPeopleFile,
	reportLines,
} from "./loading/index.ts";
import { createNetworkRoom, networkEntities } from "./network/index.ts";
import { peopleEntities, peopleInTransaction } from "./people/index.ts";
import { programmeEntities, programmeInTransaction } from "./programme/index.ts";
import { recommendationsInRecord } from "./recommendations/index.ts";

/** What the program ends with. */
const ExitCode = { done: 0, fault: 1, badUse: 2, badFile: 3 } as const;

const USAGE = `Usage: npm run crossroads -- load <file>
       npm run crossroads -- enter <file>
       npm run crossroads -- verify-poll <file or address>

  load <file>    Loads a network of record (JSON, as server/data/crisco-network.json) into the database.
  enter <file>   Enters people (JSON, as server/data/example-people.json) into a network that is loaded: coordinators,
                 panels, delegations with badges, sessions with their agenda, facilitators.

  verify-poll    Checks the exported board of a poll and counts it again, without any code of the server (verifier/).

The first two say what they added and changed. The same file again changes nothing. A file with a fault changes nothing either;
every fault is named with its place in the file.

The database is that of the server: DATABASE_URL, or the embedded one in DATA_DIR; the server may be running.
Ends with 0: done; 1: something broke; 2: not called like this; 3: the file has faults or cannot be read.`;

const commands = { load, enter };

async function run([command, path, ...rest]: readonly string[]): Promise<number> {
	if (!(command === "load" || command === "enter") || !path || rest.length > 0) {
		console.error(USAGE);
		return ExitCode.badUse;
	}
	return commands[command](resolve(process.env.INIT_CWD ?? process.cwd(), path));
}

function load(path: string): Promise<number> {
	return record(path, readNetworkFile, (database, file) => {
		const network = createNetworkRoom({ database });
		const initiatives = createInitiativesRoom({ database });
		return loadNetwork(database, { network, initiatives, programme: programmeInTransaction() }, file);
	});
}

function enter(path: string): Promise<number> {
	return record(path, readPeopleFile, (database, file) => {
		const rooms = {
			people: peopleInTransaction(),
			network: createNetworkRoom({ database }),
			programme: programmeInTransaction(),
			recommendations: { recommendationsInRecord },
		};
		return enterPeople(database, rooms, file);
	});
}

type Recorded = { readonly reports: readonly RecordReport[] } | { readonly faults: readonly FileFault[] };

/** Reads the file, brings the database in line with it, and prints what came of it; gives the exit code. */
async function record<File>(
	path: string,
	read: (text: string) => ReadFile<File>,
	bring: (database: Database, file: File) => Promise<Recorded>,
): Promise<number> {
	const text = textOf(path);
	if (text === null) {
		console.error(`${path} cannot be read. Nothing changed.`);
		return ExitCode.badFile;
	}
	const file = read(text);
	if ("faults" in file) return refuse(path, file.faults);
	const recorded = await withDatabase((database) => bring(database, file.file));
	if ("faults" in recorded) return refuse(path, recorded.faults);
	console.log(reportLines(recorded.reports).join("\n"));
	return ExitCode.done;
}

function refuse(path: string, faults: readonly FileFault[]): number {
	const count = `${faults.length} ${faults.length === 1 ? "fault" : "faults"} in ${path}. Nothing changed.`;
	console.error([...faults.map(lineOf), count].join("\n"));
	return ExitCode.badFile;
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
		const entities = [...peopleEntities, ...networkEntities, ...programmeEntities, ...initiativesEntities];
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
