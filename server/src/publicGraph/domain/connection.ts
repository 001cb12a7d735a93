/** The most edges that one connection gives at once. */
export const MOST_EDGES = 100;

/** Which part of a list is asked for, in the terms of the Relay connection specification. */
export interface PageWish {
	readonly first?: number | null;
	readonly after?: string | null;
	readonly last?: number | null;
	readonly before?: string | null;
}

/** A part of a list. */
export interface Page<Row> {
	readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
	readonly pageInfo: {
		readonly hasNextPage: boolean;
		readonly hasPreviousPage: boolean;
		readonly startCursor: string | null;
		readonly endCursor: string | null;
	};
	/** Of the whole list. */
	readonly totalCount: number;
}

/** Why a page cannot be given; for whoever writes the query. */
export interface PageRefusal {
	readonly refusal: string;
}

/**
 * [G3] The part of the list that is asked for. Exactly one of first and last is given, from 0 to 100. A cursor says
 * to which list it belongs and behind which row it stands: one of another list, or of a row that is not in this list
 * (any more), is refused. `list` names the list, such as "partners:<uuid>"; rows are in the list's order.
 */
export function pageOf<Row extends { readonly id: string }>(
	list: string,
	rows: readonly Row[],
	wish: PageWish,
): Page<Row> | PageRefusal {
	const refusal = refusalOfSize(wish);
	if (refusal) return { refusal };
	const after = placeOf(list, rows, wish.after, -1);
	const before = placeOf(list, rows, wish.before, rows.length);
	if (after === null) return { refusal: "`after` is no cursor of this list." };
	if (before === null) return { refusal: "`before` is no cursor of this list." };
	const end = Math.max(after + 1, before);
	const from = wish.last == null ? after + 1 : Math.max(after + 1, end - wish.last);
	const to = wish.first == null ? end : Math.min(end, after + 1 + wish.first);
	return cut(list, rows, from, to);
}

function refusalOfSize({ first, last }: PageWish): string | null {
	if ((first == null) === (last == null)) return "Give exactly one of `first` and `last`.";
	const size = (first ?? last) as number;
	return size >= 0 && size <= MOST_EDGES ? null : `\`first\` and \`last\` go from 0 to ${MOST_EDGES}.`;
}

function cut<Row extends { readonly id: string }>(
	list: string,
	rows: readonly Row[],
	from: number,
	to: number,
): Page<Row> {
	const edges = rows.slice(from, to).map((node) => ({ cursor: cursorOf(list, node.id), node }));
	return {
		edges,
		pageInfo: {
			hasNextPage: to < rows.length,
			hasPreviousPage: from > 0,
			startCursor: edges[0]?.cursor ?? null,
			endCursor: edges.at(-1)?.cursor ?? null,
		},
		totalCount: rows.length,
	};
}

/** The cursor of a row in a list; opaque to everybody else. */
function cursorOf(list: string, id: string): string {
	return Buffer.from(`${list} ${id}`).toString("base64url");
}

/** The place of the row behind the cursor; `none` without a cursor; null: it is no cursor of this list. */
function placeOf(
	list: string,
	rows: readonly { readonly id: string }[],
	cursor: string | null | undefined,
	none: number,
): number | null {
	if (cursor == null) return none;
	const place = rows.findIndex(({ id }) => cursorOf(list, id) === cursor);
	return place < 0 ? null : place;
}
