import { isRetryable, type Sql } from "../../database/index.ts";
import type { ClientStanding } from "../domain/judgeUpdates.ts";
import type { Push, Pushed } from "../ports.ts";
import { type CommittedPushes, newMark } from "./commitPushes.ts";
import type { KnownDraft, KnownDrafts } from "./KnownDrafts.ts";
import { type Known, namedClients } from "./knownOf.ts";
import { type LockedDraft, lockedDraft } from "./LockedDraft.ts";
import { grownOf, growthOf, takeIn } from "./takeIn.ts";
import { rowsOf } from "./writePushes.ts";

/** Drafts of one statement at most: there is one text for each number of them. */
const mostDrafts = 16;

const notAsRemembered = "CR001";

/**
 * Writes pushes in one statement, which is one transaction and one journey to the database, on the ground of what is
 * remembered: they are judged by it before, and nothing is written unless the database finds, behind its locks, that
 * all of it holds: each draft where we left it, its recommendation in the same state, the ids that are written under
 * given to the same sign-in and at the same clock. A place has a mark that was drawn for its commit, so where the place
 * is the same, nobody has written since; other ids' clocks have not changed then either, and no push was added.
 *
 * Null: nothing was written, since something is not known, was not so, or is no plain addition; `commitPushes` then
 * looks at everything and decides. This never refuses.
 */
export async function commitAtOnce(
	sql: Sql,
	remembered: KnownDrafts,
	pushes: readonly Push[],
): Promise<CommittedPushes | null> {
	const drafts = remembered.all([...new Set(pushes.map(({ draftId }) => draftId))]);
	if (!drafts || drafts.length > mostDrafts) return null;
	const commit = {
		mark: newMark(),
		drafts: new Map(drafts.map((draft) => [draft.draftId, lockedDraft({ ...draft, ...draft.place })])),
		known: rememberedOf(drafts, pushes),
		placesOf: async () => [null],
	};
	const answers: Pushed[] = [];
	for (const push of pushes) {
		const answer = await takeIn(commit, push);
		if (answer.refusal !== null) return null;
		answers.push(answer);
	}
	const { mark, known } = commit;
	const grown = grownOf(commit);
	const growing = grown.map((draft, place) => ({ was: drafts[place] as KnownDraft, draft }));
	if (!(await write(sql, mark, growing))) return null;
	return { answers, growth: grown.map((draft) => growthOf(draft, mark)), mark, drafts: grown, known };
}

/** A draft of the commit, before and behind it. */
interface Growing {
	readonly was: KnownDraft;
	readonly draft: LockedDraft;
}

/** Whether all was written; or nothing, since it is not as remembered, or somebody held the same rows the other way. */
async function write(sql: Sql, mark: string, growing: readonly Growing[]): Promise<boolean> {
	// Drafts are locked in the order of their ids, whoever locks them.
	const inOrder = growing.toSorted((one, other) => (one.was.draftId < other.was.draftId ? -1 : 1));
	try {
		const rows = await sql.query<{ snapshotSeq: number }>(
			statementFor(growing.length),
			inOrder.flatMap(({ was, draft }) => argumentsFor(mark, was, draft)),
			{ isPrepared: true },
		);
		for (const [place, { snapshotSeq }] of rows.entries())
			(inOrder[place] as Growing).draft.snapshotSeq = snapshotSeq;
		return true;
	} catch (fault) {
		if (isRetryable(fault) || (fault as { code?: unknown } | null)?.code === notAsRemembered) return false;
		throw fault;
	}
}

/** Of the ids that the pushes name, what is remembered; of pushes nothing: the statement looks for them. */
function rememberedOf(drafts: readonly KnownDraft[], pushes: readonly Push[]): Known {
	const clients = new Map(drafts.map(({ draftId }) => [draftId, new Map<number, ClientStanding>()]));
	const byId = new Map(drafts.map((draft) => [draft.draftId, draft]));
	for (const { draftId, client } of namedClients(pushes)) {
		const standing = byId.get(draftId)?.clients.get(client);
		if (standing) clients.get(draftId)?.set(client, standing);
	}
	return { pushes: new Map(), clientsOf: (draftId) => clients.get(draftId) ?? new Map() };
}

const argumentTypes = [
	...["uuid", "bigint", "text", "uuid", "text", "bigint", "bigint", "text"],
	...["bigint[]", "uuid[]", "uuid[]", "bigint[]", "bigint[]"],
	...["bigint[]", "int[]", "bytea[]", "uuid[]", "uuid[]", "timestamptz[]"],
];

/** A call of the function in database/migrations for each draft, one after the other. */
function statementFor(drafts: number): string {
	const calls = Array.from({ length: drafts }, (_, draft) => {
		const given = argumentTypes.map((type, at) => `$${draft * argumentTypes.length + at + 1}::${type}`);
		return `select append_to_draft(${given.join(", ")})::float8 as "snapshotSeq"`;
	});
	return calls.join(" union all ");
}

function argumentsFor(mark: string, was: KnownDraft, draft: LockedDraft): unknown[] {
	const clients = [...draft.clocks.keys()];
	const standings = clients.map((client) => was.clients.get(client) as ClientStanding);
	const rows = rowsOf(draft);
	return [
		...[was.draftId, was.place.seq, was.place.mark, was.networkId, was.recommendationState],
		...[draft.seq, draft.bytes, mark, clients],
		standings.map(({ personId }) => personId),
		standings.map(({ signInId }) => signInId),
		standings.map(({ clock }) => clock),
		[...draft.clocks.values()],
		rows.map(({ seq }) => seq),
		rows.map(({ count }) => count),
		rows.map(({ content }) => content),
		rows.map(({ push }) => push.personId),
		rows.map(({ push }) => push.pushId),
		rows.map(({ push }) => push.at),
	];
}
