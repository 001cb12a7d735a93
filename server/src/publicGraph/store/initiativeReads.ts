import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type { FindingRow, InitiativeRow, PublicReads } from "../ports.ts";
import { IS_PUBLIC_RECOMMENDATION } from "./recommendationReads.ts";

const INITIATIVE_COLUMNS = `
  i.id, p.network_id as "networkId", i.partner_id as "partnerId", i.theme_id as "themeId", i.title, i.summary,
  coalesce(r.is_recommended, false) as "isGoodPractice", i.is_demonstration as "isDemonstration",
  case when r.id is not null then json_build_object('tried', r.tried, 'forWhom', r.for_whom, 'effect', r.effect,
    'evidence', r.evidence, 'transferable', r.transferable, 'isRecommended', r.is_recommended) end as review`;

const INITIATIVE_TABLES = `
  initiative i join partner p on p.id = i.partner_id left join review r on r.initiative_id = i.id`;

const FINDING_COLUMNS = `
  f.id, f.theme_id as "themeId", f.partner_id as "partnerId", f.initiative_id as "initiativeId", f.text,
  f.is_demonstration as "isDemonstration"`;

/** What recommendations rest on is public with them. */
const BASES = `recommendation_basis b join recommendation on recommendation.id = b.recommendation_id`;

type InitiativeReads = Pick<
	PublicReads,
	| "initiative"
	| "initiativesOfNetwork"
	| "initiativesOfPartner"
	| "initiativesOfTheme"
	| "initiativesOfRecommendation"
	| "finding"
	| "findingsOfTheme"
	| "findingsOfRecommendation"
>;

type Based<R> = R & { readonly recommendationId: string };

/** Initiatives by partner and title, findings by partner and text. */
export function initiativeReads(sql: Sql): InitiativeReads {
	const initiativesBy = (column: string) => (ids: readonly string[]) =>
		sql.query<InitiativeRow>(
			`select ${INITIATIVE_COLUMNS} from ${INITIATIVE_TABLES}
				where ${column} = any($1::uuid[]) order by p.ordinal, i.title, i.id`,
			[ids],
		);
	const findingsBy = (column: string) => (ids: readonly string[]) =>
		sql.query<FindingRow>(
			`select ${FINDING_COLUMNS} from finding f left join partner p on p.id = f.partner_id
				where ${column} = any($1::uuid[]) order by p.ordinal nulls last, f.text, f.id`,
			[ids],
		);
	return {
		initiative: rowById(initiativesBy("i.id")),
		initiativesOfNetwork: rowsBy("networkId", initiativesBy("p.network_id")),
		initiativesOfPartner: rowsBy("partnerId", initiativesBy("i.partner_id")),
		initiativesOfTheme: rowsBy("themeId", initiativesBy("i.theme_id")),
		initiativesOfRecommendation: rowsBy("recommendationId", (ids) =>
			sql.query<Based<InitiativeRow>>(
				`select b.recommendation_id as "recommendationId", ${INITIATIVE_COLUMNS}
					from ${BASES} join (${INITIATIVE_TABLES}) on i.id = b.initiative_id
					where b.recommendation_id = any($1::uuid[]) and ${IS_PUBLIC_RECOMMENDATION}
					order by p.ordinal, i.title, i.id`,
				[ids],
			),
		),
		finding: rowById(findingsBy("f.id")),
		findingsOfTheme: rowsBy("themeId", findingsBy("f.theme_id")),
		findingsOfRecommendation: rowsBy("recommendationId", (ids) =>
			sql.query<Based<FindingRow>>(
				`select b.recommendation_id as "recommendationId", ${FINDING_COLUMNS}
					from ${BASES} join finding f on f.id = b.finding_id left join partner p on p.id = f.partner_id
					where b.recommendation_id = any($1::uuid[]) and ${IS_PUBLIC_RECOMMENDATION}
					order by p.ordinal nulls last, f.text, f.id`,
				[ids],
			),
		),
	};
}
