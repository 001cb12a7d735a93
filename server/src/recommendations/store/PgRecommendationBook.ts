import type { Database } from "../../database/index.ts";
import type {
	Basis,
	NewRecommendation,
	Recommendation,
	RecommendationBook,
	Transition,
	Tx,
	Version,
} from "../ports.ts";
import { BasisRow, RecommendationRow, TransitionRow, VersionRow } from "./entities.ts";

// "no key update" keeps out every other change, yet lets others insert rows that name the recommendation: an agenda
// item added by somebody who holds the session's lock must not wait for us while we wait for the session.
const lockOne = `select id, network_id as "networkId", theme_id as "themeId", number, title, language, state,
	is_demonstration as "isDemonstration" from recommendation where id = $1 for no key update`;

/** Writes recommendations, each call inside the caller's transaction. */
export class PgRecommendationBook implements RecommendationBook {
	constructor(private readonly database: Database) {}

	transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
		return this.database.transaction(work);
	}

	async add(tx: Tx, made: NewRecommendation): Promise<Recommendation | null> {
		const [theme] = await tx.query(
			`select t.id from network n join theme t on t.network_id = n.id
			where n.id = $1 and t.id = $2 for no key update of n`,
			[made.networkId, made.themeId],
		);
		if (!theme) return null;
		const [{ number } = { number: 1 }] = await tx.query<{ number: number }>(
			"select coalesce(max(number), 0) + 1 as number from recommendation where network_id = $1",
			[made.networkId],
		);
		const { at: createdAt, ...columns } = made;
		const row = tx.em.create(RecommendationRow, { ...columns, number, createdAt });
		await tx.em.flush();
		return { id: row.id, number, ...columns };
	}

	async lock(tx: Tx, id: string): Promise<Recommendation | null> {
		const [row] = await tx.query<Recommendation>(lockOne, [id]);
		return row ?? null;
	}

	async lockByVersion(tx: Tx, versionId: string): Promise<Recommendation | null> {
		const [version] = await tx.query<{ id: string }>(
			"select recommendation_id as id from recommendation_version where id = $1",
			[versionId],
		);
		return version ? this.lock(tx, version.id) : null;
	}

	async newestVersion(tx: Tx, recommendationId: string): Promise<{ id: string | null; number: number }> {
		const [row] = await tx.query<{ id: string; number: number }>(
			"select id, number from recommendation_version where recommendation_id = $1 order by number desc limit 1",
			[recommendationId],
		);
		return row ?? { id: null, number: 0 };
	}

	async freeze(tx: Tx, version: Omit<Version, "id"> & { frozenBy: string }): Promise<Version> {
		const row = tx.em.create(VersionRow, version);
		await tx.em.flush();
		const { frozenBy: _, ...shown } = version;
		return { id: row.id, ...shown };
	}

	async record(tx: Tx, { from, to, ...step }: Transition): Promise<void> {
		tx.em.create(TransitionRow, { ...step, fromState: from, toState: to });
		await tx.em.flush();
		await tx.query("update recommendation set state = $2 where id = $1", [step.recommendationId, to]);
	}

	async rest(tx: Tx, bases: readonly Basis[]): Promise<void> {
		for (const basis of bases) tx.em.create(BasisRow, basis);
		await tx.em.flush();
	}
}
