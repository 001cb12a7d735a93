import { isUuid } from "@crossroads/shared";
import DataLoader from "dataloader";

/**
 * Turns a query for many ids into a function for one: whatever is asked for in one turn of the event loop, by one
 * request or by several, is one query. Nothing is kept: the next turn asks the database again, so no request sees
 * another's past. Only for queries whose answer depends on nothing but the id. Gives null for an unknown id and for
 * what is no id at all.
 */
export function rowById<Row extends { readonly id: string }>(
	query: (ids: readonly string[]) => Promise<readonly Row[]>,
): (id: string) => Promise<Row | null> {
	const loadRows = rowsBy("id", query);
	return async (id) => (await loadRows(id))[0] ?? null;
}

/** Like `rowById`, for queries that find any number of rows for each id; the rows keep the order of the query. */
export function rowsBy<Key extends string, Row extends { readonly [key in Key]: string | null }>(
	key: Key,
	query: (ids: readonly string[]) => Promise<readonly Row[]>,
): (id: string) => Promise<readonly Row[]> {
	const loader = new DataLoader<string, readonly Row[]>(
		async (ids) => {
			const rows = Map.groupBy(await query([...new Set(ids)]), (row) => row[key] as string | null);
			return ids.map((id) => rows.get(id) ?? []);
		},
		{ cache: false, maxBatchSize: 1_000 },
	);
	return async (id) => (isUuid(id) ? loader.load(id.toLowerCase()) : []);
}
