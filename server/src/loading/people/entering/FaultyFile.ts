import { type FileFault, lineOf } from "../../file/FileFault.ts";

/** Thrown to undo the transaction of a file that does not fit the record. */
export class FaultyFile extends Error {
	constructor(readonly faults: readonly FileFault[]) {
		super(faults.map(lineOf).join("\n"));
	}
}

/** Ends the entering if there is any fault. */
export function refuseFaults(faults: readonly FileFault[]): void {
	if (faults.length > 0) throw new FaultyFile(faults);
}
