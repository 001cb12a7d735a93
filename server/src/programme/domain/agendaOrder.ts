/** The order with `id` at `index`; beyond the ends it is put at the end; null: at the end. */
export function inserted(order: readonly string[], id: string, index: number | null): string[] {
	const place = index === null ? order.length : Math.min(Math.max(index, 0), order.length);
	return [...order.slice(0, place), id, ...order.slice(place)];
}

/** The order with `id` moved so that it stands at `index` afterwards; all others keep their order. */
export function moved(order: readonly string[], id: string, index: number): string[] {
	return inserted(removed(order, id), id, index);
}

/** The order without `id`. */
export function removed(order: readonly string[], id: string): string[] {
	return order.filter((other) => other !== id);
}

/** Where something that comes next belongs: directly after the current item; null (the end) if nothing is current. */
export function placeAfterCurrent(order: readonly string[], currentId: string | null): number | null {
	const place = currentId === null ? -1 : order.indexOf(currentId);
	return place < 0 ? null : place + 1;
}
