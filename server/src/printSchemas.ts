import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { readConfig } from "./config.ts";
import { connectDatabase } from "./database/index.ts";
import { createRooms, createSchemas, entities } from "./house.ts";

const notes = "# Printed from the code by `npm run schemas`; `npm run check` compares. Do not edit.\n\n";

/** Prints both schemas into the server's folder; with `--check`, compares and ends with 1 where they differ. */
async function printSchemas(isCheck: boolean): Promise<void> {
	const database = await connectDatabase({ url: "postgresql://nobody@127.0.0.1:1/none", entities });
	const nothing = () => {};
	const rooms = createRooms({
		database,
		config: readConfig({}),
		keys: { ballot: new Uint8Array(32), board: new Uint8Array(32) },
		clock: () => new Date(),
		address: () => "",
		announce: nothing,
		append: nothing,
		viewerChanged: nothing,
		warn: nothing,
	});
	const schemas = await createSchemas(rooms);
	const stale = [
		["schema.graphql", schemas.member] as const,
		["public.graphql", schemas.public] as const,
	].filter(([name, schema]) => {
		const file = new URL(`../${name}`, import.meta.url);
		const text = `${notes}${printSchema(lexicographicSortSchema(schema))}\n`;
		if (isCheck) return readFileSync(file, "utf8") !== text;
		writeFileSync(file, text);
		return false;
	});
	await rooms.drafting.close();
	await database.close();
	if (stale.length === 0) return;
	console.error(
		`Not up to date: ${stale.map(([name]) => `server/${name}`).join(", ")}. Run npm run schemas.`,
	);
	process.exitCode = 1;
}

await printSchemas(process.argv.includes("--check"));
