import type { Sql } from "../../database/index.ts";
import type { AgendaBook, NewAgendaItem } from "../ports.ts";

/** The agenda of a session that the transaction has locked. */
export class PgAgendaBook implements AgendaBook {
	constructor(
		private readonly tx: Sql,
		private readonly sessionId: string,
	) {}

	async order(): Promise<string[]> {
		const rows = await this.tx.query<{ id: string }>(
			"select id from agenda_item where session_id = $1 order by ordinal",
			[this.sessionId],
		);
		return rows.map(({ id }) => id);
	}

	async add({ kind, title, minutes, recommendationId }: NewAgendaItem): Promise<string> {
		const [item] = await this.tx.query<{ id: string }>(
			`insert into agenda_item (session_id, ordinal, kind, title, minutes, recommendation_id)
			select $1, coalesce(max(ordinal), -1) + 1, $2, $3, $4, $5 from agenda_item where session_id = $1
			returning id`,
			[this.sessionId, kind, title, minutes, recommendationId],
		);
		return (item as { id: string }).id;
	}

	async arrange(ids: readonly string[]): Promise<void> {
		await this.tx.query(
			`update agenda_item i set ordinal = wanted.place - 1
			from unnest($2::uuid[]) with ordinality as wanted (id, place)
			where i.session_id = $1 and i.id = wanted.id and i.ordinal <> wanted.place - 1`,
			[this.sessionId, ids],
		);
	}

	async remove(id: string): Promise<void> {
		await this.tx.query("delete from agenda_item where session_id = $1 and id = $2", [this.sessionId, id]);
	}

	async makeCurrent(id: string | null, at: Date): Promise<void> {
		await this.tx.query(
			`update agenda_item i set finished_at = $2 from session s
			where s.id = $1 and i.id = s.current_agenda_item_id`,
			[this.sessionId, at],
		);
		await this.tx.query("update session set current_agenda_item_id = $2 where id = $1", [this.sessionId, id]);
		if (id) await this.#begin(id, at);
	}

	async hasBegun(id: string): Promise<boolean> {
		const rows = await this.tx.query(
			"select id from agenda_item where session_id = $1 and id = $2 and started_at is not null",
			[this.sessionId, id],
		);
		return rows.length > 0;
	}

	async itemNaming(recommendationId: string): Promise<string | null> {
		const [item] = await this.tx.query<{ id: string }>(
			"select id from agenda_item where session_id = $1 and recommendation_id = $2 order by ordinal limit 1",
			[this.sessionId, recommendationId],
		);
		return item?.id ?? null;
	}

	async #begin(id: string, at: Date): Promise<void> {
		await this.tx.query(
			"update agenda_item set started_at = coalesce(started_at, $2), finished_at = null where id = $1",
			[id, at],
		);
	}
}
