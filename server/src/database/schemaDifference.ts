import type { ConnectedDatabase } from "./connectDatabase.ts";

/**
 * The statements that would make the tables fit the entities: empty when they agree. Columns, their types and
 * whether they may be null are compared; defaults, indexes, checks and foreign keys stand in the migrations alone.
 */
export async function schemaDifference({ orm }: Pick<ConnectedDatabase, "orm">): Promise<string[]> {
	const sql = await orm.schema.getUpdateSchemaSQL({ safe: true, dropTables: false, wrap: false });
	const statements = sql.split(/;\s*\n/).map((statement) => statement.trim());
	return statements.filter(isAboutColumns);
}

function isAboutColumns(statement: string): boolean {
	const isColumn = /^create table |^alter table .* (add( column)? "|alter column )/.test(statement);
	return isColumn && !/ add constraint |(drop|set) default\b/.test(statement);
}
