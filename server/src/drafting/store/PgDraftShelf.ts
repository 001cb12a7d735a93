import { type Database, rowById, rowsBy } from "../../database/index.ts";
import type { Draft, DraftLog, DraftShelf, LoadedDraft } from "../ports.ts";

const DRAFT = `select d.id, d.recommendation_id as "recommendationId", d.language, r.network_id as "networkId",
	r.state as "recommendationState" from draft d join recommendation r on r.id = d.recommendation_id`;

/** The shelf of drafts in PostgreSQL. */
export class PgDraftShelf implements DraftShelf {
	constructor(
		private readonly database: Database,
		private readonly log: DraftLog,
	) {}

	readonly draft = rowById<Draft>((ids) =>
		this.database.query(`${DRAFT} where d.id = any($1::uuid[])`, [ids]),
	);

	readonly #ofRecommendation = rowsBy<"recommendationId", Draft>("recommendationId", (ids) =>
		this.database.query(`${DRAFT} where r.id = any($1::uuid[]) and d.language = r.language`, [ids]),
	);

	readonly loaded = rowById<LoadedDraft>((ids) => this.log.load(ids));

	async draftOfRecommendation(recommendationId: string): Promise<Draft | null> {
		return (await this.#ofRecommendation(recommendationId))[0] ?? null;
	}
}
