import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type { PublicReads, RecommendationRow, TransitionRow, VersionRow } from "../ports.ts";

const PUBLIC_STATES = "('TABLED', 'ADOPTED', 'REJECTED', 'PUBLISHED', 'WITHDRAWN')";

/**
 * [G4] Which recommendations exist for the public: those that were tabled once. One that was withdrawn as a draft or
 * in review has no version. To be used where the table `recommendation` stands under its own name.
 */
export const IS_PUBLIC_RECOMMENDATION = `
  recommendation.state in ${PUBLIC_STATES}
  and exists (select from recommendation_version v where v.recommendation_id = recommendation.id)`;

const RECOMMENDATIONS = `
select id, network_id as "networkId", theme_id as "themeId", number, title, state,
  is_demonstration as "isDemonstration"
from recommendation where ${IS_PUBLIC_RECOMMENDATION}`;

/** Who froze it is not read here. */
const VERSIONS = `
select version.id, version.recommendation_id as "recommendationId", version.number, version.language, version.title,
  version.document, version.text, version.content_hash as "contentHash", version.frozen_at as "frozenAt",
  exists (
    select from recommendation_transition t where t.version_id = version.id and t.to_state = 'ADOPTED'
  ) as "isAdopted"
from recommendation_version version join recommendation on recommendation.id = version.recommendation_id
where ${IS_PUBLIC_RECOMMENDATION}`;

/** Who did it is not read here, nor what happened before tabling. */
const HISTORY = `
select t.recommendation_id as "recommendationId", t.to_state as "to", t.at, version.number as "versionNumber"
from recommendation_transition t
join recommendation on recommendation.id = t.recommendation_id
left join recommendation_version version on version.id = t.version_id
where t.recommendation_id = any($1::uuid[]) and t.to_state in ${PUBLIC_STATES} and ${IS_PUBLIC_RECOMMENDATION}
order by t.at, array_position(array['TABLED', 'ADOPTED', 'REJECTED', 'PUBLISHED', 'WITHDRAWN'], t.to_state)`;

type RecommendationReads = Pick<
	PublicReads,
	| "recommendation"
	| "recommendationsOfNetwork"
	| "recommendationsOfTheme"
	| "version"
	| "versionsOfRecommendation"
	| "historyOfRecommendation"
>;

/** Recommendations by number. */
export function recommendationReads(sql: Sql): RecommendationReads {
	const recommendationsBy = (column: string) => (ids: readonly string[]) =>
		sql.query<RecommendationRow>(
			`${RECOMMENDATIONS} and ${column} = any($1::uuid[]) order by network_id, number`,
			[ids],
		);
	const versionsBy = (column: string) => (ids: readonly string[]) =>
		sql.query<VersionRow>(`${VERSIONS} and ${column} = any($1::uuid[]) order by version.number desc`, [ids]);
	return {
		recommendation: rowById(recommendationsBy("id")),
		recommendationsOfNetwork: rowsBy("networkId", recommendationsBy("network_id")),
		recommendationsOfTheme: rowsBy("themeId", recommendationsBy("theme_id")),
		version: rowById(versionsBy("version.id")),
		versionsOfRecommendation: rowsBy("recommendationId", versionsBy("version.recommendation_id")),
		historyOfRecommendation: rowsBy("recommendationId", (ids) => sql.query<TransitionRow>(HISTORY, [ids])),
	};
}
