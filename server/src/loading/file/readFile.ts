import type { z } from "zod";
import { type FileFault, pathOf } from "./FileFault.ts";

/** A file that can be used, or everything that is wrong with it, in the file's order as far as that is known. */
export type ReadFile<File> = { readonly file: File } | { readonly faults: readonly FileFault[] };

/** Reads a file of JSON. Gives every fault at once: of shape, and between its parts (`crossFaults`). */
export function readFile<File>(
	text: string,
	shape: z.ZodType<File>,
	crossFaults: (json: unknown) => readonly FileFault[],
): ReadFile<File> {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (fault) {
		return { faults: [{ path: "", message: `is no JSON: ${(fault as Error).message}` }] };
	}
	const read = shape.safeParse(json, { error: wordsFor });
	const faults = [...(read.error?.issues.flatMap(faultsOf) ?? []), ...crossFaults(json)];
	return read.success && faults.length === 0 ? { file: read.data } : { faults };
}

function faultsOf(issue: z.core.$ZodIssue): FileFault[] {
	if (issue.code !== "unrecognized_keys") return [{ path: pathOf(issue.path), message: issue.message }];
	return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: "is not known here" }));
}

/** Words for what the schema does not word itself. */
function wordsFor(issue: z.core.$ZodRawIssue): string | undefined {
	if (issue.code === "invalid_type") {
		if (issue.input === undefined) return "is missing";
		return `is no ${issue.expected === "array" ? "list" : issue.expected}`;
	}
	if (issue.code === "invalid_value") return `is none of ${issue.values.join(", ")}`;
	if (issue.code === "too_big") return `is more than ${issue.maximum}`;
	if (issue.code === "too_small") return `is less than ${issue.minimum}`;
	return undefined;
}
