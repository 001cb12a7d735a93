/** A name on one line of the text: where its caret stands, and how wide it is; in pixels. */
export interface NameAt {
	readonly at: number;
	readonly width: number;
}

const between = 2;

/**
 * Where names on one line begin, so that none covers another and none leaves the room: each at its caret, or as near to
 * it as the others let it, in the order of their carets. Names for which there is no room are made narrower.
 */
export function sideBySide(
	names: readonly NameAt[],
	room: { readonly left: number; readonly right: number },
): { readonly at: number; readonly width: number }[] {
	const most = Math.floor((room.right - room.left - between * (names.length - 1)) / names.length);
	const isFull = names.reduce((sum, { width }) => sum + width + between, -between) > room.right - room.left;
	const widths = names.map(({ width }) => (isFull ? Math.min(width, most) : width));
	const order = names.map((_, place) => place).sort((one, other) => atOf(one) - atOf(other));
	const starts: number[] = [];
	let end = room.left - between;
	for (const place of order) {
		starts[place] = Math.max(atOf(place), end + between);
		end = (starts[place] as number) + (widths[place] as number);
	}
	let limit = room.right;
	for (const place of order.toReversed()) {
		starts[place] = Math.min(starts[place] as number, limit - (widths[place] as number));
		limit = (starts[place] as number) - between;
	}
	return names.map((_, place) => ({ at: starts[place] as number, width: widths[place] as number }));

	function atOf(place: number): number {
		return (names[place] as NameAt).at;
	}
}
