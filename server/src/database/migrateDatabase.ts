import { Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import { migrations as allMigrations } from "./migrations/index.ts";
import { withAdvisoryLock } from "./withAdvisoryLock.ts";

/**
 * Brings the database to the newest tables; gives the names of the migrations that ran now. Instances that start
 * together migrate once: the others wait. All pending migrations are one transaction: a killed start leaves the
 * tables as they were. `migrations`: all of them, but for tests of a database of before.
 */
export function migrateDatabase(url: string, migrations = allMigrations): Promise<string[]> {
	return withAdvisoryLock(url, "crossroads:migrate", async () => {
		const orm = await MikroORM.init({
			clientUrl: url,
			entities: [],
			discovery: { warnWhenNoEntities: false },
			extensions: [Migrator],
			migrations: { migrationsList: migrations, tableName: "migration", snapshot: false, silent: true },
			pool: { min: 0, max: 2 },
			logger: () => undefined,
		});
		try {
			const done = await orm.migrator.up();
			return done.map(({ name }) => name);
		} finally {
			await orm.close(true);
		}
	});
}
