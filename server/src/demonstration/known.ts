/** Throws where the file names something that it does not hold. */
export function known<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
	const id = ids.get(key);
	if (id === undefined) throw new Error(`The demonstration names ${key}, which nobody has.`);
	return id;
}
