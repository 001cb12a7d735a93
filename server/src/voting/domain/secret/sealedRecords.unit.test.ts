import fc from "fast-check";
import { expect, test } from "vitest";
import { hasRecord, recordsIn, type SealedRecords, withRecords } from "./sealedRecords.ts";

const ballot = fc.uint8Array({ minLength: 2, maxLength: 2 }).map((bytes) => Buffer.from(bytes));

test("[V41] however ballots come, the box has each in the order of its bytes", () => {
	fc.assert(
		fc.property(fc.array(fc.array(ballot)), ballot, (commits, another) => {
			let records: SealedRecords = Buffer.alloc(0);
			const inBox = new Set<string>();
			for (const commit of commits) {
				const added = [...new Map(commit.map((one) => [one.toString("hex"), one])).values()].filter(
					(one) => !hasRecord(records, one),
				);
				records = withRecords(records, added);
				for (const one of commit) inBox.add(one.toString("hex"));
			}
			expect(recordsIn(records, 2).map((one) => one.toString("hex"))).toEqual([...inBox].sort());
			expect(hasRecord(records, another)).toBe(inBox.has(another.toString("hex")));
		}),
	);
});
