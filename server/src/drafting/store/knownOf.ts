import type { Transaction } from "../../database/index.ts";
import type { Place } from "../domain/cursor.ts";
import type { ClientStanding } from "../domain/judgeUpdates.ts";
import type { Push } from "../ports.ts";

export type { Place } from "../domain/cursor.ts";

/** What the database knows that concerns some pushes; the commit keeps it up to date as it takes them in. */
export interface Known {
	/** Where the last update of a push stands that was stored before, perhaps with an answer that got lost [D3]. */
	readonly pushes: Map<string, Place>;
	/** The client ids that the pushes name in a draft, as far as the draft knows them. */
	clientsOf(draftId: string): Map<number, ClientStanding>;
}

/** What names a push: see D3. */
export const pushKey = ({ draftId, pushId }: { draftId: string; pushId: string }) => `${draftId} ${pushId}`;

interface Row {
	readonly draftId: string;
	readonly pushId: string | null;
	readonly mark: string | null;
	readonly clientId: number | null;
	readonly personId: string | null;
	readonly signInId: string | null;
	/** The number of the push's last update, or the client id's clock. */
	readonly number: number;
}

/**
 * Reads it in one statement. The drafts must be locked: then nothing of it changes before the commit. Row by row, so that
 * each is found by an index: the statement is planned once, when the tables may have been small.
 */
export async function knownOf(tx: Transaction, pushes: readonly Push[]): Promise<Known> {
	const named = namedClients(pushes);
	const rows = await tx.query<Row>(
		`select wished.draft_id as "draftId", wished.push_id as "pushId", found.mark, null::float8 as "clientId",
			null::uuid as "personId", null::uuid as "signInId", found.seq::float8 as number
		from unnest($1::uuid[], $2::uuid[]) as wished(draft_id, push_id) cross join lateral (
			select min(u.mark) as mark, max(u.seq) as seq from draft_update u
			where u.draft_id = wished.draft_id and u.push_id = wished.push_id having count(*) > 0) as found
		union all
		select wished.draft_id, wished.push_id, found.mark, null, null, null, found.seq::float8
		from unnest($1::uuid[], $2::uuid[]) as wished(draft_id, push_id) cross join lateral (
			select p.mark, p.seq from draft_push p
			where p.draft_id = wished.draft_id and p.push_id = wished.push_id limit 1) as found
		union all
		select named.draft_id, null, null, named.client_id::float8, found.person_id, found.sign_in_id, found.clock::float8
		from unnest($3::uuid[], $4::bigint[]) as named(draft_id, client_id) cross join lateral (
			select c.person_id, c.sign_in_id, c.clock from draft_client c
			where c.draft_id = named.draft_id and c.client_id = named.client_id limit 1) as found`,
		[
			pushes.map(({ draftId }) => draftId),
			pushes.map(({ pushId }) => pushId),
			named.map(({ draftId }) => draftId),
			named.map(({ client }) => client),
		],
		{ isPrepared: true },
	);
	return filed(rows);
}

/** The client ids that the pushes name, each once for each draft. */
export function namedClients(pushes: readonly Push[]): { draftId: string; client: number }[] {
	const named = new Map<string, Set<number>>();
	for (const { draftId, facts } of pushes) {
		const ofDraft = named.get(draftId) ?? new Set();
		named.set(draftId, ofDraft);
		for (const { writes, needs } of facts) {
			for (const client of writes.keys()) ofDraft.add(client);
			for (const client of needs.keys()) ofDraft.add(client);
		}
	}
	return [...named].flatMap(([draftId, clients]) => [...clients].map((client) => ({ draftId, client })));
}

function filed(rows: readonly Row[]): Known {
	const pushes = new Map<string, Place>();
	const clients = new Map<string, Map<number, ClientStanding>>();
	const clientsOf = (draftId: string) => {
		const found = clients.get(draftId) ?? new Map<number, ClientStanding>();
		clients.set(draftId, found);
		return found;
	};
	// A push may stand in the log with its last updates, and outside with those that have left it.
	const note = (key: string, place: Place) => {
		if ((pushes.get(key)?.seq ?? -1) < place.seq) pushes.set(key, place);
	};
	for (const { draftId, pushId, mark, clientId, personId, signInId, number } of rows)
		if (pushId !== null) note(pushKey({ draftId, pushId }), { seq: number, mark: mark ?? "" });
		else clientsOf(draftId).set(clientId as number, { personId, signInId, clock: number });
	return { pushes, clientsOf };
}
