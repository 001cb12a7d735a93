import type { Database, Transaction } from "../../database/index.ts";
import type { RoleHeld, Viewer } from "../domain/Viewer.ts";
import type { NewLink, NewSignIn, Person, Sight, SignInBook, WrittenSignIn } from "../ports.ts";

interface SignInRow {
	readonly tokenHash: Buffer;
	readonly signInId: string;
	readonly personId: string;
	readonly lastSeenAt: Date;
	readonly roles: readonly RoleHeld[];
}

/** More lists of roles than a large network has at a time. */
const MOST_SHARED = 2_000;

/** Sign-in links and sign-ins in PostgreSQL. */
export class PgSignInBook implements SignInBook {
	readonly #database: Database;
	readonly #admitsInvented: boolean;
	readonly #sharedRoles = new SharedRoles();

	/** Where the demonstration is off, its people are nobody, however they come [P9]. */
	constructor(database: Database, { isDemonstration }: { readonly isDemonstration: boolean }) {
		this.#database = database;
		this.#admitsInvented = isDemonstration;
	}

	writeLink(link: NewLink): Promise<Person | null> {
		return this.#database.transaction(async (tx) => {
			// The lock makes requests for one person queue up, so that the budget is counted exactly.
			const [person] = await tx.query<Person>(
				`select id, name, language, is_demonstration as "isDemonstration" from person
				where lower(email) = lower($1) and erased_at is null and not is_demonstration for update`,
				[link.email],
			);
			if (!person || (await countLinks(tx, person.id, link.budgetSince)) >= link.budget) return null;
			await tx.query(
				"insert into sign_in_link (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)",
				[link.tokenHash, person.id, link.at, link.expiresAt],
			);
			return person;
		});
	}

	redeemLink(tokenHash: Buffer, signIn: NewSignIn): Promise<WrittenSignIn | null> {
		return this.#database.transaction(async (tx) => {
			// One statement checks and marks: of many at the same time, the others wait and then see it used.
			const [link] = await tx.query<{ personId: string }>(
				`update sign_in_link l set used_at = $2 from person p
				where l.token_hash = $1 and l.used_at is null and l.expires_at > $2
					and p.id = l.person_id and p.erased_at is null
				returning l.person_id as "personId"`,
				[tokenHash, signIn.at],
			);
			return link ? write(tx, link.personId, signIn) : null;
		});
	}

	openSignIn(personId: string, signIn: NewSignIn, onlyDemonstration: boolean): Promise<WrittenSignIn | null> {
		return this.#database.transaction(async (tx) => {
			const [person] = await tx.query(
				`select from person where id = $1 and erased_at is null and (is_demonstration or not $2)
					and (not is_demonstration or $3)`,
				[personId, onlyDemonstration, this.#admitsInvented],
			);
			return person ? write(tx, personId, signIn) : null;
		});
	}

	async endSignIn(signInId: string, at: Date): Promise<void> {
		await this.#database.query("update sign_in set ended_at = $2 where id = $1 and ended_at is null", [
			signInId,
			at,
		]);
	}

	async endSignInsOf(personId: string, at: Date): Promise<void> {
		await this.#database.query("update sign_in set ended_at = $2 where person_id = $1 and ended_at is null", [
			personId,
			at,
		]);
	}

	async forget(endedBefore: Date): Promise<void> {
		await this.#database.transaction(async (tx) => {
			await tx.query("delete from sign_in_link where expires_at < $1", [endedBefore]);
			await tx.query("delete from sign_in where least(ended_at, expires_at) < $1", [endedBefore]);
		});
	}

	async viewersOf(tokenHashes: readonly Buffer[], seen: Sight): Promise<(Viewer | null)[]> {
		const rows = await this.#signInsOf(tokenHashes, seen.at);
		await this.#writeSight(rows, seen);
		const byHash = new Map(rows.map((row) => [row.tokenHash.toString("hex"), row]));
		return tokenHashes.map((hash) => this.#viewerOf(byHash.get(hash.toString("hex"))));
	}

	#viewerOf(row: SignInRow | undefined): Viewer | null {
		if (!row) return null;
		const { personId, signInId, roles } = row;
		return { personId, signInId, roles: this.#sharedRoles.of(roles) };
	}

	/** Person and roles in one query. */
	#signInsOf(tokenHashes: readonly Buffer[], at: Date): Promise<SignInRow[]> {
		return this.#database.query<SignInRow>(
			`select s.token_hash as "tokenHash", s.id as "signInId", s.person_id as "personId",
				s.last_seen_at as "lastSeenAt",
				coalesce((
					select json_agg(json_build_object('role', r.role, 'networkId', r.network_id,
						'partnerId', r.partner_id, 'eventId', r.event_id, 'sessionId', r.session_id))
					from person_role r where r.person_id = s.person_id
				), '[]') as roles
			from sign_in s join person p on p.id = s.person_id
			where s.token_hash = any($1::bytea[]) and s.ended_at is null and s.expires_at > $2
				and p.erased_at is null and (not p.is_demonstration or $3)`,
			[tokenHashes, at, this.#admitsInvented],
		);
	}

	async #writeSight(rows: readonly SignInRow[], { at, expiresAt, writeIfLastBefore }: Sight): Promise<void> {
		const stale = rows.filter((row) => row.lastSeenAt <= writeIfLastBefore).map((row) => row.signInId);
		if (stale.length === 0) return;
		// A row that is locked is being written by another instance or is just ending: no need to wait for it.
		await this.#database.query(
			`update sign_in set last_seen_at = $2, expires_at = $3 where ended_at is null and id in (
				select id from sign_in where id = any($1::uuid[]) order by id for update skip locked)`,
			[stale, at, expiresAt],
		);
	}
}

async function countLinks(tx: Transaction, personId: string, since: Date): Promise<number> {
	const [row] = await tx.query<{ count: number }>(
		"select count(*)::int as count from sign_in_link where person_id = $1 and created_at > $2",
		[personId, since],
	);
	return row?.count ?? 0;
}

async function write(tx: Transaction, personId: string, signIn: NewSignIn): Promise<WrittenSignIn> {
	const [ended] = await tx.query<{ personId: string }>(
		`update sign_in set ended_at = $2 where id = $1 and ended_at is null returning person_id as "personId"`,
		[signIn.replaces, signIn.at],
	);
	await tx.query(
		`insert into sign_in (token_hash, person_id, created_at, last_seen_at, expires_at, user_agent)
		values ($1, $2, $3, $3, $4, $5)`,
		[signIn.tokenHash, personId, signIn.at, signIn.expiresAt, signIn.userAgent],
	);
	return { personId, replacedPersonId: ended?.personId ?? null };
}

/** Lists of roles that are alike, once: every socket of a plenary keeps its viewer, and most hold the same roles. */
class SharedRoles {
	readonly #known = new Map<string, readonly RoleHeld[]>();

	of(roles: readonly RoleHeld[]): readonly RoleHeld[] {
		const key = JSON.stringify(roles);
		const known = this.#known.get(key) ?? roles;
		if (this.#known.size >= MOST_SHARED) this.#known.clear();
		this.#known.set(key, known);
		return known;
	}
}
