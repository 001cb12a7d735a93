import { type Database, rowById, rowsBy } from "../../database/index.ts";
import type { Basis, Recommendation, RecommendationShelf, TransitionShown, Version } from "../ports.ts";

const RECOMMENDATION = `select id, network_id as "networkId", theme_id as "themeId", number, title, language, state,
	is_demonstration as "isDemonstration" from recommendation`;

const VERSION = `select id, recommendation_id as "recommendationId", number, language, title, document, text,
	content_hash as "contentHash", frozen_at as "frozenAt" from recommendation_version`;

const TRANSITION = `select t.recommendation_id as "recommendationId", t.from_state as "from", t.to_state as "to", t.at,
	t.person_id as "personId", t.version_id as "versionId", t.poll_id as "pollId",
	case when p.erased_at is null then p.name end as "personName", v.number as "versionNumber"
	from recommendation_transition t
	left join person p on p.id = t.person_id
	left join recommendation_version v on v.id = t.version_id`;

// Steps of one moment (an import) in the order of life.
const IN_ORDER = `order by t.at,
	array_position(array['DRAFT','REVIEW','TABLED','ADOPTED','REJECTED','PUBLISHED','WITHDRAWN'], t.to_state)`;

/** The shelf of recommendations in PostgreSQL. */
export class PgRecommendationShelf implements RecommendationShelf {
	constructor(private readonly database: Database) {}

	readonly recommendation = rowById<Recommendation>((ids) =>
		this.database.query(`${RECOMMENDATION} where id = any($1::uuid[])`, [ids]),
	);

	readonly ofNetwork = rowsBy<"networkId", Recommendation>("networkId", (ids) =>
		this.database.query(`${RECOMMENDATION} where network_id = any($1::uuid[]) order by number`, [ids]),
	);

	readonly ofTheme = rowsBy<"themeId", Recommendation>("themeId", (ids) =>
		this.database.query(`${RECOMMENDATION} where theme_id = any($1::uuid[]) order by number`, [ids]),
	);

	readonly versionsOf = rowsBy<"recommendationId", Version>("recommendationId", (ids) =>
		this.database.query(`${VERSION} where recommendation_id = any($1::uuid[]) order by number desc`, [ids]),
	);

	readonly version = rowById<Version>((ids) =>
		this.database.query(`${VERSION} where id = any($1::uuid[])`, [ids]),
	);

	readonly historyOf = rowsBy<"recommendationId", TransitionShown>("recommendationId", (ids) =>
		this.database.query(`${TRANSITION} where t.recommendation_id = any($1::uuid[]) ${IN_ORDER}`, [ids]),
	);

	readonly basesOf = rowsBy<"recommendationId", Basis>("recommendationId", (ids) =>
		this.database.query(
			`select recommendation_id as "recommendationId", initiative_id as "initiativeId", finding_id as "findingId"
			from recommendation_basis where recommendation_id = any($1::uuid[]) order by id`,
			[ids],
		),
	);
}
