import "reflect-metadata";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Config, ConfigFault, readConfig } from "./config.ts";
import {
	connectDatabase,
	migrateDatabase,
	startEmbeddedPostgres,
	withAdvisoryLock,
} from "./database/index.ts";
import { loadDemonstration } from "./demonstration/index.ts";
import { createHouse, entities, type House } from "./house.ts";

/** What has begun, the newest first: each is ended before what it stands on. */
type Ends = (() => Promise<void>)[];

/**
 * Starts everything, prints the address, and stops in order on SIGINT and SIGTERM; in the middle of the start, as soon
 * as it has come to its end. A start that fails stops what it had begun: else the database would outlive us, and
 * nobody would look for it.
 */
async function start(config: Config): Promise<void> {
	const ends: Ends = [];
	const stop = async () => {
		for (const end of ends.splice(0)) await end();
	};
	const begun = begin(config, ends);
	stopOnSignal(() => begun.catch(() => {}).then(stop));
	try {
		await begun;
	} catch (fault) {
		await stop();
		throw fault;
	}
}

async function begin(config: Config, ends: Ends): Promise<void> {
	const url = config.databaseUrl ?? (await beginDatabase(config, ends));
	await migrateDatabase(url);
	const database = await connectDatabase({
		url,
		entities,
		poolSize: config.databasePoolSize,
		onWarning: (message) => console.error(message),
	});
	ends.unshift(() => database.close());
	const house = await createHouse(config, database, clientDist());
	ends.unshift(() => house.close());
	if (config.isDemonstration)
		await withAdvisoryLock(url, "crossroads:demonstration", () => loadDemonstration(database, house.rooms));
	const address = await house.listen();
	forgetOldSignInsDaily(house);
	console.log(`Crossroads is at ${address}`);
	if (config.isDemonstration)
		console.log("Demonstration: sign in with one click as any of the invented people.");
}

async function beginDatabase({ dataFolder }: Config, ends: Ends): Promise<string> {
	const embedded = await startEmbeddedPostgres({ folder: `${dataFolder}/postgres` });
	ends.unshift(() => embedded.stop());
	return embedded.url;
}

const ONE_DAY_MS = 24 * 60 * 60 * 1000;

function forgetOldSignInsDaily(house: House): void {
	const forget = () => house.rooms.people.errands.run("forgetting old sign-ins", forgetOldSignIns);
	const forgetOldSignIns = async () => void (await house.rooms.people.forgetOldSignIns());
	forget();
	setInterval(forget, ONE_DAY_MS).unref();
}

function clientDist(): string | null {
	const folder = fileURLToPath(new URL("../../client/dist", import.meta.url));
	return existsSync(folder) ? folder : null;
}

function stopOnSignal(stop: () => Promise<void>): void {
	let isStopping = false;
	for (const signal of ["SIGINT", "SIGTERM"] as const)
		process.on(signal, () => {
			if (isStopping) process.exit(1);
			isStopping = true;
			stop().then(
				() => process.exit(0),
				(fault) => {
					console.error(fault);
					process.exit(1);
				},
			);
		});
}

try {
	await start(readConfig(process.env));
} catch (fault) {
	console.error(fault instanceof ConfigFault ? fault.message : fault);
	process.exit(1);
}
