import { randomBytes } from "node:crypto";
import type { RefusalCode } from "@crossroads/shared";
import type { Transaction } from "../../database/index.ts";
import { writeCursor } from "../domain/cursor.ts";
import type { ClientStanding } from "../domain/judgeUpdates.ts";
import { bytesOf } from "../domain/pushRules.ts";
import type { LogGrowth, Push, Pushed } from "../ports.ts";
import { earlierPlaces } from "./earlierPlaces.ts";
import { type Known, knownOf, type Place, pushKey } from "./knownOf.ts";
import type { LockedDraft } from "./LockedDraft.ts";
import { writePushes } from "./writePushes.ts";

/** The answers to the pushes, in their order, and what each draft has grown by. */
export interface CommittedPushes {
	readonly answers: readonly Pushed[];
	readonly growth: readonly LogGrowth[];
}

/**
 * Writes the pushes inside the transaction. Locks the drafts in the order of their ids, so that two instances never
 * wait for each other, and shares the lock of their recommendations: tabling waits for us, or we see that it was
 * there before us [D5]. What is known of pushes and client ids is read behind the lock, in a statement of its own.
 */
export async function commitPushes(tx: Transaction, pushes: readonly Push[]): Promise<CommittedPushes> {
	const drafts = await lockDrafts(tx, pushes);
	const known = await knownOf(tx, pushes);
	const mark = randomBytes(6).toString("hex");
	const answers: Pushed[] = [];
	for (const push of pushes) answers.push(await takeIn({ tx, mark, known }, push, drafts.get(push.draftId)));
	const grown = [...drafts.values()].filter(({ added }) => added.length > 0);
	if (grown.length > 0) await writePushes(tx, mark, grown);
	return { answers, growth: grown.map((draft) => growthOf(draft, mark)) };
}

async function lockDrafts(tx: Transaction, pushes: readonly Push[]): Promise<Map<string, LockedDraft>> {
	const rows = await tx.query<Omit<LockedDraft, "before" | "added" | "clocks"> & { mark: string }>(
		`select d.id as "draftId", d.last_seq::float8 as seq, d.mark, d.snapshot_seq::float8 as "snapshotSeq",
			d.bytes::float8 as bytes, r.network_id as "networkId", r.state as "recommendationState"
		from draft d join recommendation r on r.id = d.recommendation_id
		where d.id = any($1::uuid[]) order by d.id for no key update of d for share of r`,
		[[...new Set(pushes.map(({ draftId }) => draftId))]],
		{ isPrepared: true },
	);
	return new Map(
		rows.map(({ mark, ...row }) => {
			const before = { seq: row.seq, mark };
			return [row.draftId, { ...row, before, added: [], clocks: new Map() }];
		}),
	);
}

interface Commit {
	readonly tx: Transaction;
	readonly mark: string;
	readonly known: Known;
}

async function takeIn(
	{ tx, mark, known }: Commit,
	push: Push,
	draft: LockedDraft | undefined,
): Promise<Pushed> {
	if (!draft) return { refusal: "not-found" };
	const earlier = known.pushes.get(pushKey(push));
	if (earlier) return answerAt(earlier);
	const clients = known.clientsOf(push.draftId);
	const judged = push.judge(clients);
	const refusal: RefusalCode | null = push.admit(draft) ?? judged.refusal;
	if (refusal !== null || judged.refusal !== null) return { refusal: refusal ?? "update-invalid" };
	const repeated = judged.overlapping.map((index) => push.updates[index] as Uint8Array);
	const places = repeated.length > 0 ? await earlierPlaces(tx, push.draftId, repeated) : [];
	if (places.includes(null)) return { refusal: "update-conflicts" };
	const isNew = (_: Uint8Array, index: number) => !judged.overlapping.includes(index);
	add(draft, push, push.updates.filter(isNew));
	advance(draft, clients, judged.clocks);
	const place = repeated.length < push.updates.length ? { seq: draft.seq, mark } : lastOf(places as Place[]);
	known.pushes.set(pushKey(push), place);
	return answerAt(place);
}

function add(draft: LockedDraft, push: Push, updates: readonly Uint8Array[]): void {
	if (updates.length === 0) return;
	draft.added.push({ updates, push });
	draft.seq += updates.length;
	draft.bytes += bytesOf(updates);
}

function advance(
	draft: LockedDraft,
	clients: Map<number, ClientStanding>,
	clocks: ReadonlyMap<number, number>,
): void {
	for (const [client, clock] of clocks) {
		const standing = clients.get(client);
		if (standing) clients.set(client, { ...standing, clock });
		draft.clocks.set(client, clock);
	}
}

const lastOf = (places: readonly Place[]) =>
	places.reduce((last, place) => (place.seq > last.seq ? place : last));

const answerAt = (place: Place): Pushed => ({ cursor: writeCursor(place), refusal: null });

function growthOf(draft: LockedDraft, mark: string): LogGrowth {
	return {
		draftId: draft.draftId,
		previous: writeCursor(draft.before),
		cursor: writeCursor({ mark, seq: draft.seq }),
		isSnapshot: false,
		updates: draft.added.flatMap(({ updates }) => updates),
		behindSnapshot: draft.seq - draft.snapshotSeq,
	};
}
