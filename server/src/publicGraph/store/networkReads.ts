import { rowById, rowsBy, type Sql } from "../../database/index.ts";
import type { NetworkRow, PartnerRow, PublicReads } from "../ports.ts";

const NETWORKS = `
select id, code, name, programme, project_number as "projectNumber", starts_on as "startsOn", ends_on as "endsOn",
  working_language as "workingLanguage", target_public as "targetPublic", aims, handbook_title as "handbookTitle"
from network`;

/** The columns of a partner's row. */
export const PARTNER_COLUMNS = `
  id, network_id as "networkId", code, role, name, kind, city, region, country, languages, latitude, longitude,
  ordinal as "order"`;

const PARTNERS = `select ${PARTNER_COLUMNS} from partner`;

type NetworkReads = Pick<
	PublicReads,
	"networks" | "networkByCode" | "network" | "partner" | "partnersOfNetwork"
>;

/** Networks by code, partners as the network lists them. */
export function networkReads(sql: Sql): NetworkReads {
	const partnersBy = (column: string) => (ids: readonly string[]) =>
		sql.query<PartnerRow>(`${PARTNERS} where ${column} = any($1::uuid[]) order by network_id, ordinal`, [
			ids,
		]);
	return {
		networks: () => sql.query<NetworkRow>(`${NETWORKS} order by code`),
		async networkByCode(code) {
			const [network] = await sql.query<NetworkRow>(`${NETWORKS} where code = $1`, [withoutNul(code)]);
			return network ?? null;
		},
		network: rowById((ids) => sql.query<NetworkRow>(`${NETWORKS} where id = any($1::uuid[])`, [ids])),
		partner: rowById(partnersBy("id")),
		partnersOfNetwork: rowsBy("networkId", partnersBy("network_id")),
	};
}

/** PostgreSQL's text has no NUL; without it the code is as unknown as with it. */
function withoutNul(text: string): string {
	return text.replaceAll("\0", "\ufffd");
}
