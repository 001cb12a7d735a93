import type { EntityClass } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";

/** What became of the rows of one kind when facts were recorded. Rows are named as people know them. */
export interface RecordReport {
	/** The kind of row, in the domain's word: "partner". */
	readonly kind: string;
	readonly added: readonly string[];
	readonly changed: readonly { readonly name: string; readonly fields: readonly string[] }[];
	readonly unchanged: readonly string[];
	/** In the database but not among the facts: left as they are. */
	readonly kept: readonly string[];
}

/** How rows of one kind are told apart and compared. */
export interface Recording<Row extends object> {
	readonly kind: string;
	readonly entity: EntityClass<Row>;
	/** The natural key, unique among the facts and among the rows. */
	readonly keyOf: (facts: Readonly<Partial<Row>>) => string;
	/** Names the row in the report; left out: its key does. */
	readonly nameOf?: (facts: Readonly<Partial<Row>>) => string;
}

/** The rows after recording, by natural key, with the report. */
export interface Recorded<Row> {
	readonly report: RecordReport;
	readonly rows: ReadonlyMap<string, Row>;
}

/**
 * Brings rows in line with facts inside the transaction of `em`, and flushes. A fact without a row adds one; a fact
 * that differs changes its row; a fact that is null or undefined is unknown and leaves what the row says; rows
 * without a fact are kept. Recording the same facts again changes nothing.
 */
export async function recordRows<Row extends object>(
	em: EntityManager,
	recording: Recording<Row>,
	existing: readonly Row[],
	facts: readonly Readonly<Partial<Row>>[],
): Promise<Recorded<Row>> {
	const rows = new Map(existing.map((row) => [recording.keyOf(row), row]));
	const wanted = new Set(facts.map((fact) => recording.keyOf(fact)));
	const { nameOf = recording.keyOf } = recording;
	const kept = existing.filter((row) => !wanted.has(recording.keyOf(row))).map((row) => nameOf(row));
	const report = {
		added: [] as string[],
		changed: [] as RecordReport["changed"][number][],
		unchanged: [] as string[],
	};
	for (const fact of facts) {
		const key = recording.keyOf(fact);
		const name = nameOf(fact);
		const row = rows.get(key);
		const fields = row ? applyFacts(row, fact) : null;
		if (!fields) {
			rows.set(key, em.create(recording.entity, fact as never) as Row);
			report.added.push(name);
		} else if (fields.length > 0) report.changed.push({ name, fields });
		else report.unchanged.push(name);
	}
	await em.persist([...rows.values()]).flush();
	return { report: { kind: recording.kind, ...report, kept }, rows };
}

/** Gives the names of the fields that changed. */
function applyFacts<Row extends object>(row: Row, facts: Readonly<Partial<Row>>): string[] {
	const fields = (Object.keys(facts) as (keyof Row & string)[]).filter(
		(field) => facts[field] != null && JSON.stringify(row[field]) !== JSON.stringify(facts[field]),
	);
	for (const field of fields) row[field] = facts[field] as Row[typeof field];
	return fields;
}
