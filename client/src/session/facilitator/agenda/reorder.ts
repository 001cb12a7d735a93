/** The index that a moved line has afterwards, counted among all lines (as `moveAgendaItem` wants it). */
export function indexAfterDrop(
	ids: readonly string[],
	moved: string,
	target: string,
	isAfter: boolean,
): number {
	const others = ids.filter((id) => id !== moved);
	const place = others.indexOf(target);
	if (place < 0) return ids.indexOf(moved);
	return place + (isAfter ? 1 : 0);
}

/** The lines in a guessed order; null, or one that does not name exactly these lines: as they came. */
export function inOrder<Line extends { id: string }>(
	lines: readonly Line[],
	order: readonly string[] | null,
): Line[] {
	const found = (order ?? []).flatMap((id) => lines.filter((line) => line.id === id));
	return found.length === lines.length ? found : [...lines];
}
