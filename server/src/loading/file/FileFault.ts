/** Something that is wrong in a file. */
export interface FileFault {
	/** Where, as in `partners[3].languages`; "" is the file as a whole. */
	readonly path: string;
	/** What, to be read after the path: "is empty". */
	readonly message: string;
}

/** The path as people write it. */
export function pathOf(parts: readonly PropertyKey[]): string {
	return parts.reduce<string>((path, part) => {
		if (typeof part === "number") return `${path}[${part}]`;
		return path === "" ? String(part) : `${path}.${String(part)}`;
	}, "");
}

/** One line of a report. */
export function lineOf({ path, message }: FileFault): string {
	return path === "" ? `the file ${message}` : `${path}: ${message}`;
}
