import { type FileFault, pathOf } from "./FileFault.ts";

/** What an object of a file holds. */
export type Fields = Readonly<Record<string, unknown>>;

/** An entry of a list with where it stands. */
export type Entry = readonly [path: readonly PropertyKey[], fields: Fields];

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
	return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** The entries of a list by its key in an object that stands at `path`; none where there is no list. */
export function listOf(holder: unknown, key: string, path: readonly PropertyKey[] = []): Entry[] {
	const list = fieldsOf(holder)[key];
	return Array.isArray(list)
		? list.map((entry, place) => [[...path, key, place], fieldsOf(entry)] as const)
		: [];
}

/** A fault at a place. */
export function fault(path: readonly PropertyKey[], message: string): FileFault {
	return { path: pathOf(path), message };
}

/** Values of a field that are there twice. */
export function twice(entries: readonly Entry[], field: string): FileFault[] {
	const first = new Map<unknown, readonly PropertyKey[]>();
	return entries.flatMap(([path, fields]) => {
		const value = fields[field];
		if (typeof value !== "string" && typeof value !== "number") return [];
		const before = first.get(value);
		if (before) return [fault([...path, field], `${value} is used by ${pathOf(before)} already`)];
		first.set(value, path);
		return [];
	});
}

/** Last days before first days. */
export function daysInWrongOrder(
	entries: readonly Entry[],
	first = "startsOn",
	last = "endsOn",
): FileFault[] {
	return entries.flatMap(([path, { [first]: begin, [last]: end }]) =>
		typeof begin === "string" && typeof end === "string" && end < begin
			? [fault([...path, last], `${end} is before ${first} ${begin}`)]
			: [],
	);
}
