import type { StakeholderGroup } from "@crossroads/shared";
import { type Database, rowById, rowsBy } from "../../database/index.ts";
import { byGroup, groups, thirds } from "../domain/PanelRule.ts";
import type {
	MemberRow,
	MembershipRow,
	NetworkRow,
	NetworkShelf,
	PanelRuleOfNetwork,
	PartnerRow,
} from "../ports.ts";

const NETWORK = `select id, code, name, programme, project_number as "projectNumber", starts_on as "startsOn",
	ends_on as "endsOn", working_language as "workingLanguage", target_public as "targetPublic", aims,
	handbook_title as "handbookTitle" from network`;

const PARTNER = `select id, network_id as "networkId", code, role, name, kind, city, region, country, languages,
	latitude, longitude, ordinal from partner`;

const MEMBERSHIP = `m.id, m.partner_id as "partnerId", m.stakeholder_group as "group", m.joined_on as "joinedOn",
	m.left_on as "leftOn"`;

interface ShareRow {
	readonly networkId: string;
	readonly group: StakeholderGroup;
	readonly numerator: number;
	readonly denominator: number;
	readonly means: string | null;
}

/** The shelf of networks in PostgreSQL. */
export class PgNetworkShelf implements NetworkShelf {
	constructor(private readonly database: Database) {}

	networks() {
		return this.database.query<NetworkRow>(`${NETWORK} order by code`);
	}

	async networkByCode(code: string) {
		// Networks are few, and compared here a code may hold what PostgreSQL's text cannot (NUL).
		const networks = await this.networks();
		return networks.find((network) => network.code === code) ?? null;
	}

	readonly network = rowById<NetworkRow>((ids) =>
		this.database.query(`${NETWORK} where id = any($1::uuid[])`, [ids]),
	);

	readonly partner = rowById<PartnerRow>((ids) =>
		this.database.query(`${PARTNER} where id = any($1::uuid[])`, [ids]),
	);

	readonly partnersOf = rowsBy<"networkId", PartnerRow>("networkId", (ids) =>
		this.database.query(`${PARTNER} where network_id = any($1::uuid[]) order by ordinal`, [ids]),
	);

	readonly membershipsOf = rowsBy<"partnerId", MembershipRow>("partnerId", (ids) =>
		this.database.query(`select ${MEMBERSHIP} from membership m where m.partner_id = any($1::uuid[])`, [ids]),
	);

	readonly membersOf = rowsBy<"partnerId", MemberRow>("partnerId", (ids) =>
		this.database.query(
			`select ${MEMBERSHIP}, m.person_id as "personId", p.name,
			p.is_demonstration as "isDemonstration", m.origin
			from membership m join person p on p.id = m.person_id
			where m.partner_id = any($1::uuid[]) order by m.joined_on, p.name, m.id`,
			[ids],
		),
	);

	readonly #sharesOf = rowsBy<"networkId", ShareRow>("networkId", (ids) =>
		this.database.query(
			`select network_id as "networkId", stakeholder_group as "group", numerator, denominator, means
			from panel_share where network_id = any($1::uuid[])`,
			[ids],
		),
	);

	async panelRuleOf(networkId: string): Promise<PanelRuleOfNetwork> {
		const shares = new Map((await this.#sharesOf(networkId)).map((share) => [share.group, share]));
		const isStated = groups.every((group) => shares.has(group));
		return {
			rule: byGroup((group) => (isStated && shares.get(group)) || thirds[group]),
			means: byGroup((group) => shares.get(group)?.means ?? null),
		};
	}
}
