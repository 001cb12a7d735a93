import type { Board } from "@crossroads/shared";
import { numbersFrom } from "./boardFacts.ts";

/** A thousand changes of one byte each, with what was changed; the same for the same seed. */
export function* byteChanges(bytes: Uint8Array, seed: number): Generator<[string, Uint8Array]> {
	const next = numbersFrom(seed);
	for (let round = 0; round < 1_000; round++) {
		const [place, change] = [next(bytes.length), 1 + next(255)];
		const changed = Uint8Array.from(bytes);
		changed[place] = (bytes[place] as number) ^ change;
		yield [`byte ${place} by ${change}`, changed];
	}
}

/** The board with one row dropped, added, doubled, swapped with the next, or altered in one field. */
export function* rowChanges(board: Board): Generator<[string, Board]> {
	const { entries } = board;
	for (const [place, entry] of entries.entries()) {
		const before = entries.slice(0, place);
		const after = entries.slice(place + 1);
		yield [`row ${place} dropped`, { ...board, entries: [...before, ...after] }];
		yield [`row ${place} doubled`, { ...board, entries: [...before, entry, entry, ...after] }];
		const [next, ...others] = after;
		if (next) yield [`row ${place} swapped`, { ...board, entries: [...before, next, entry, ...others] }];
		for (const [path, altered] of alterations(entry)) {
			yield [`row ${place} added`, { ...board, entries: [...before, entry, altered, ...after] }];
			yield [`row ${place} ${path}`, { ...board, entries: [...before, altered, ...after] }];
		}
	}
}

/** An entry with one of its values altered, at whatever depth. */
function* alterations<T>(value: T, path = ""): Generator<[string, T]> {
	if (typeof value !== "object" || value === null) yield [path, otherThan(value) as T];
	else {
		for (const [key, member] of Object.entries(value)) {
			for (const [place, altered] of alterations(member, `${path}.${key}`)) {
				const copy = Array.isArray(value) ? [...value] : { ...value };
				yield [place, Object.assign(copy, { [key]: altered }) as T];
			}
		}
	}
}

function otherThan(value: unknown): unknown {
	if (typeof value === "number") return value + 1;
	if (typeof value === "boolean") return !value;
	return typeof value === "string" ? `${value}x` : "x";
}
