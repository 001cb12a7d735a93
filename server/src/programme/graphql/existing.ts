/** A row that another row names: the database's foreign key keeps it there. */
export function existing<Row>(row: Row | null): Row {
	if (row === null) throw new Error("A row is missing that another row names.");
	return row;
}
