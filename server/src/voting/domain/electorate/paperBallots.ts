import { type BallotAnswer, canonicalJson } from "@crossroads/shared";

/** One paper as somebody read it. */
export interface PaperEntry {
	/** The number that is printed on the paper. */
	readonly paper: number;
	readonly answer: BallotAnswer;
}

/** All papers as one person entered them. */
export interface PaperBatch {
	readonly personId: string;
	readonly entries: readonly PaperEntry[];
}

/** A paper that the two entered differently; null: one of them did not enter it. */
export interface PaperDifference {
	readonly paper: number;
	readonly first: BallotAnswer | null;
	readonly second: BallotAnswer | null;
}

/** What two independent entries of the same papers come to, by ascending number of the paper. */
export interface PaperComparison {
	/** These are counted. */
	readonly agreed: readonly PaperEntry[];
	/** These are shown, and counted only once they are entered alike. */
	readonly differing: readonly PaperDifference[];
}

/** Why two batches cannot be compared. */
export type PaperRefusal = "same-person-entered-both" | "paper-entered-twice";

/** [V32] Compares what two different persons entered. Answers are canonical: only their meaning is compared. */
export function comparePaperEntries(first: PaperBatch, second: PaperBatch): PaperComparison | PaperRefusal {
	if (first.personId === second.personId) return "same-person-entered-both";
	const [ones, others] = [byPaper(first), byPaper(second)];
	if (ones.size < first.entries.length || others.size < second.entries.length) return "paper-entered-twice";
	const agreed: PaperEntry[] = [];
	const differing: PaperDifference[] = [];
	for (const paper of [...new Set([...ones.keys(), ...others.keys()])].sort((a, b) => a - b)) {
		const [one, other] = [ones.get(paper) ?? null, others.get(paper) ?? null];
		if (one && other && canonicalJson(one) === canonicalJson(other)) agreed.push({ paper, answer: one });
		else differing.push({ paper, first: one, second: other });
	}
	return { agreed, differing };
}

/** [V32] The same for whoever has entered something: a single person's entries agree with nothing. */
export function comparePapers(batches: readonly PaperBatch[]): PaperComparison {
	const [first, second = { personId: "", entries: [] }] = batches;
	if (!first) return { agreed: [], differing: [] };
	const compared = batches.length > 2 ? "same-person-entered-both" : comparePaperEntries(first, second);
	if (typeof compared === "string") throw new Error(`Papers were recorded that cannot be: ${compared}`);
	return compared;
}

function byPaper({ entries }: PaperBatch): ReadonlyMap<number, BallotAnswer> {
	return new Map(entries.map(({ paper, answer }) => [paper, answer]));
}
