import { type Database, rowById, rowsBy } from "../../database/index.ts";
import type { FindingRow, InitiativeRow, InitiativesShelf, ReviewRow } from "../ports.ts";

const INITIATIVE = `select i.id, i.partner_id as "partnerId", i.theme_id as "themeId", i.title, i.summary,
	i.is_demonstration as "isDemonstration", p.network_id as "networkId"
	from initiative i join partner p on p.id = i.partner_id`;

const IN_ORDER = "order by p.ordinal, i.title, i.id";

const FINDING = `select f.id, f.theme_id as "themeId", f.partner_id as "partnerId", f.initiative_id as "initiativeId",
	f.text, f.is_demonstration as "isDemonstration"
	from finding f left join partner p on p.id = f.partner_id`;

/** The shelf of initiatives in PostgreSQL. */
export class PgInitiativesShelf implements InitiativesShelf {
	constructor(private readonly database: Database) {}

	readonly initiative = rowById<InitiativeRow>((ids) =>
		this.#rows(`${INITIATIVE} where i.id = any($1::uuid[])`, ids),
	);

	readonly initiativesOfPartner = rowsBy<"partnerId", InitiativeRow>("partnerId", (ids) =>
		this.#rows(`${INITIATIVE} where i.partner_id = any($1::uuid[]) ${IN_ORDER}`, ids),
	);

	readonly initiativesOfTheme = rowsBy<"themeId", InitiativeRow>("themeId", (ids) =>
		this.#rows(`${INITIATIVE} where i.theme_id = any($1::uuid[]) ${IN_ORDER}`, ids),
	);

	readonly initiativesOfNetwork = rowsBy<"networkId", InitiativeRow & { readonly networkId: string }>(
		"networkId",
		(ids) => this.#rows(`${INITIATIVE} where p.network_id = any($1::uuid[]) ${IN_ORDER}`, ids),
	);

	readonly #reviewsOf = rowsBy<"initiativeId", ReviewRow>("initiativeId", (ids) =>
		this.#rows(
			`select id, initiative_id as "initiativeId", tried, for_whom as "forWhom", effect, evidence, transferable,
			is_recommended as "isRecommended" from review where initiative_id = any($1::uuid[])`,
			ids,
		),
	);

	async reviewOf(initiativeId: string): Promise<ReviewRow | null> {
		return (await this.#reviewsOf(initiativeId))[0] ?? null;
	}

	readonly finding = rowById<FindingRow>((ids) => this.#rows(`${FINDING} where f.id = any($1::uuid[])`, ids));

	readonly findingsOfTheme = rowsBy<"themeId", FindingRow>("themeId", (ids) =>
		this.#rows(
			`${FINDING} where f.theme_id = any($1::uuid[]) order by p.ordinal nulls last, f.text, f.id`,
			ids,
		),
	);

	#rows<Row>(text: string, ids: readonly string[]): Promise<Row[]> {
		return this.database.query<Row>(text, [ids]);
	}
}
