import type { Sql } from "../../database/index.ts";
import type { OwnPart } from "../ports.ts";
import { type OwnPartRow, ownBallotOf } from "./pollRows.ts";

const OWN_PARTS = `
select e.poll_id as "pollId", e.person_id as "personId", e.proxy_id is null and e.paper is null as "votesInPerson",
  e.paper, e.weight, b.answer, b.parts,
  b.receipt, b.idempotency_key as "idempotencyKey", b.cast_at as "castAt", b.changed_at as "changedAt",
  coalesce(b.person_id, v.person_id) is not null as "hasVoted"
from unnest($1::uuid[], $2::uuid[]) as asked (person_id, poll_id)
join elector e on e.poll_id = asked.poll_id and e.person_id = asked.person_id
left join ballot b on b.poll_id = e.poll_id and b.person_id = e.person_id and e.paper is null
left join secret_voter v on v.poll_id = e.poll_id and v.person_id = e.person_id`;

interface Asked {
	readonly personId: string;
	readonly pollId: string;
	readonly resolve: (part: OwnPart) => void;
	readonly reject: (fault: unknown) => void;
}

/**
 * What each person did in each poll. After every commit each voter's own group asks for itself: everything that is
 * asked for in one turn of the event loop is one statement. Nothing is kept.
 */
export class OwnParts {
	#asked: Asked[] = [];

	constructor(private readonly sql: Sql) {}

	/** Ids in lower case. */
	of(personId: string, pollId: string): Promise<OwnPart> {
		return new Promise((resolve, reject) => {
			if (this.#asked.length === 0) setImmediate(() => this.#answer());
			this.#asked.push({ personId, pollId, resolve, reject });
		});
	}

	async #answer(): Promise<void> {
		const asked = this.#asked;
		this.#asked = [];
		try {
			const rows = await this.#rowsOf(asked);
			for (const { personId, pollId, resolve } of asked) {
				const row = rows.get(keyOf({ personId, pollId }));
				resolve({
					isElector: row?.votesInPerson ?? false,
					hasVoted: row?.hasVoted ?? false,
					paper: row?.paper ?? null,
					weight: row?.weight ?? null,
					ballot: row ? ownBallotOf(row) : null,
				});
			}
		} catch (fault) {
			for (const { reject } of asked) reject(fault);
		}
	}

	async #rowsOf(asked: readonly Asked[]): Promise<Map<string, OwnPartRow>> {
		const rows = await this.sql.query<OwnPartRow>(OWN_PARTS, [
			asked.map(({ personId }) => personId),
			asked.map(({ pollId }) => pollId),
		]);
		return new Map(rows.map((row) => [keyOf(row), row]));
	}
}

function keyOf({ personId, pollId }: { readonly personId: string; readonly pollId: string }): string {
	return `${personId} ${pollId}`;
}
