/**
 * [V41] The ballots of one part of a box: equally long, sorted, each once, one after the other in one piece of memory.
 * Their order is that of their bytes, and so says nothing about when they came.
 */
export type SealedRecords = Buffer;

/** Whether the ballot is among them. */
export function hasRecord(records: SealedRecords, ballot: Buffer): boolean {
	let [first, after] = [0, records.length / ballot.length];
	while (first < after) {
		const middle = (first + after) >> 1;
		const order = ballot.compare(records, middle * ballot.length, (middle + 1) * ballot.length);
		if (order === 0) return true;
		if (order < 0) after = middle;
		else first = middle + 1;
	}
	return false;
}

/** With these ballots in their places; none of them is among the records yet, and none comes twice. */
export function withRecords(records: SealedRecords, added: readonly Buffer[]): SealedRecords {
	const pieces: Buffer[] = [];
	let taken = 0;
	for (const ballot of [...added].sort(Buffer.compare)) {
		const start = taken;
		while (taken < records.length && ballot.compare(records, taken, taken + ballot.length) > 0)
			taken += ballot.length;
		pieces.push(records.subarray(start, taken), ballot);
	}
	return Buffer.concat([...pieces, records.subarray(taken)]);
}

/** The single ballots, in their order. */
export function recordsIn(records: SealedRecords, ballotBytes: number): Buffer[] {
	const count = records.length / ballotBytes;
	return Array.from({ length: count }, (_, place) =>
		records.subarray(place * ballotBytes, (place + 1) * ballotBytes),
	);
}
