import { randomBytes } from "node:crypto";
import type { Transaction } from "../../database/index.ts";
import type { LogGrowth, Push, Pushed } from "../ports.ts";
import { earlierPlaces } from "./earlierPlaces.ts";
import { type Known, knownOf } from "./knownOf.ts";
import { type LockedDraft, lockedDraft } from "./LockedDraft.ts";
import { grownOf, growthOf, takeIn } from "./takeIn.ts";
import { writePushes } from "./writePushes.ts";

/** What a commit did. */
export interface CommittedPushes {
	/** To the pushes, in their order. */
	readonly answers: readonly Pushed[];
	/** What each draft has grown by. */
	readonly growth: readonly LogGrowth[];
	readonly mark: string;
	/** Where the drafts stand behind it. */
	readonly drafts: readonly LockedDraft[];
	readonly known: Known;
}

/** Drawn for each commit. */
export const newMark = () => randomBytes(6).toString("hex");

/**
 * Writes the pushes inside the transaction. Locks the drafts in the order of their ids, so that two instances never
 * wait for each other, and shares the lock of their recommendations: tabling waits for us, or we see that it was
 * there before us [D5]. What is known of pushes and client ids is read behind the lock, in a statement of its own.
 */
export async function commitPushes(tx: Transaction, pushes: readonly Push[]): Promise<CommittedPushes> {
	const drafts = await lockDrafts(tx, pushes);
	const known = await knownOf(tx, pushes);
	const mark = newMark();
	const commit = {
		mark,
		drafts,
		known,
		placesOf: (draftId: string, updates: readonly Uint8Array[]) => earlierPlaces(tx, draftId, updates),
	};
	const answers: Pushed[] = [];
	for (const push of pushes) answers.push(await takeIn(commit, push));
	const grown = grownOf(commit);
	if (grown.length > 0) await writePushes(tx, mark, grown);
	const growth = grown.map((draft) => growthOf(draft, mark));
	return { answers, growth, mark, drafts: [...drafts.values()], known };
}

async function lockDrafts(tx: Transaction, pushes: readonly Push[]): Promise<Map<string, LockedDraft>> {
	const rows = await tx.query<Parameters<typeof lockedDraft>[0]>(
		`select d.id as "draftId", d.last_seq::float8 as seq, d.mark, d.snapshot_seq::float8 as "snapshotSeq",
			d.bytes::float8 as bytes, r.network_id as "networkId", r.state as "recommendationState"
		from draft d join recommendation r on r.id = d.recommendation_id
		where d.id = any($1::uuid[]) order by d.id for no key update of d for share of r`,
		[[...new Set(pushes.map(({ draftId }) => draftId))]],
		{ isPrepared: true },
	);
	return new Map(rows.map((row) => [row.draftId, lockedDraft(row)]));
}
