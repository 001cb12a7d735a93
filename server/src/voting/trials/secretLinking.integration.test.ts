import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { BallotVault } from "../sealing/BallotVault.ts";
import { PgSecretBox } from "../store/secret/PgSecretBox.ts";
import { unlockBox } from "../store/secret/sealedParts.ts";
import { type Clue, linkRows, type RowTrace, rightGuesses } from "../testing/linkingAttack.ts";
import { type RecordedPlace, recordPlace, recordSecretPoll } from "../testing/pollRecords.ts";
import { aSealed } from "../testing/secretBoxContract.ts";

const VOTERS = 60;
const POLLS = 5;
/** Of 300 guesses by chance five are right on average (one a poll), and twenty or more once in ten million times. */
const MORE_THAN_CHANCE = 20;

/** What everybody cast, in the order of casting. */
type Truth = ReadonlyMap<string, string>;

/** Row 42 of the threats, on the real tables, as the superuser of the database. */
describeWithDatabase("the attack of a database administrator", [], (database) => {
	let place: RecordedPlace;
	/** Whether this PostgreSQL can show its WAL to us; the embedded one can. */
	let showsWal = false;
	const vault = new BallotVault(randomBytes(32));
	beforeAll(async () => {
		place = await recordPlace(database());
		const shows = "select from pg_available_extensions where name = 'pg_walinspect'";
		if ((await database().query(shows)).length > 0)
			await database().query("create extension if not exists pg_walinspect");
		const shown = "select from pg_proc where proname = 'pg_get_wal_block_info'";
		showsWal = (await database().query(shown)).length > 0;
		if (showsWal) return prepareNaive();
		if (process.env.CROSSROADS_SKIP_NOTHING) throw new Error("This PostgreSQL does not show its WAL.");
		console.warn("skipped: the attack by WAL, which needs pg_walinspect of PostgreSQL 16 or newer");
		await prepareNaive();
	});

	async function prepareNaive(): Promise<void> {
		await database().query(
			"create table naive_ballot (poll_id uuid, person_id uuid, primary key (poll_id, person_id)); create table naive_box (poll_id uuid, sealed bytea)",
		);
	}

	/** Everybody casts, one after the other or in bursts, as in a room: what lies in WAL between is the attacker's. */
	async function ours(): Promise<{ pollId: string; truth: Truth; wal: Buffer[] }> {
		const announced: string[] = [];
		const box = new PgSecretBox(database(), vault, { onCommit: (pollId) => announced.push(pollId) });
		const { pollId, electors } = await recordSecretPoll(database(), place, {
			state: "OPEN",
			electors: VOTERS,
		});
		const from = await walPlace();
		const truth = new Map<string, string>();
		for (const [number, personId] of electors.entries()) {
			const sealed = aSealed();
			truth.set(personId, sealed.toString("hex"));
			const cast = box.cast({ pollId, personId, sealed });
			if (number % 4 > 0) await cast;
			else void cast;
		}
		// Sent again, the first ballot is answered after all that were cast before: everybody is in.
		const [first] = truth as Map<string, string>;
		const [personId, ballot] = first as [string, string];
		await box.cast({ pollId, personId, sealed: Buffer.from(ballot, "hex") });
		const wal = await walSince(from);
		await database().transaction(async (tx) => {
			await tx.query("update poll set state = 'CLOSED' where id = $1", [pollId]);
			await unlockBox(tx, pollId, vault, aSealed().length);
		});
		// [V42] What is announced names the poll, and nobody.
		expect(new Set(announced)).toEqual(new Set([pollId]));
		return { pollId, truth, wal };
	}

	/** The twin: the same two tables, written row by row. */
	async function naive(): Promise<{ pollId: string; truth: Truth; wal: Buffer[] }> {
		const { pollId, electors } = await recordSecretPoll(database(), place, {
			state: "CLOSED",
			electors: VOTERS,
		});
		const from = await walPlace();
		const truth = new Map<string, string>();
		for (const personId of electors) {
			const sealed = aSealed();
			truth.set(personId, sealed.toString("hex"));
			await database().transaction(async (tx) => {
				await tx.query("insert into naive_ballot values ($1, $2)", [pollId, personId]);
				await tx.query("insert into naive_box values ($1, $2)", [pollId, sealed]);
			});
		}
		return { pollId, truth, wal: await walSince(from) };
	}

	async function walPlace(): Promise<string> {
		const [row] = await database().query<{ at: string }>("select pg_current_wal_insert_lsn()::text as at");
		return row?.at as string;
	}

	/** The records of each transaction since then, with all that they hold, in the order of the transactions. */
	async function walSince(from: string): Promise<Buffer[]> {
		if (!showsWal) return [];
		await database().query("select pg_switch_wal()");
		const rows = await database().query<{ xid: string; held: Buffer }>(
			`select xid::text as xid, coalesce(block_data, '') || coalesce(block_fpi_data, '') as held
				from (select r.xid, b.block_data, b.block_fpi_data, b.start_lsn
					from pg_get_wal_block_info($1::pg_lsn, pg_current_wal_flush_lsn(), true) b
					join pg_get_wal_records_info($1::pg_lsn, pg_current_wal_flush_lsn()) r on r.start_lsn = b.start_lsn) found
				order by start_lsn`,
			[from],
		);
		const transactions = Map.groupBy(rows, ({ xid }) => xid);
		return [...transactions.values()].map((own) => Buffer.concat(own.map(({ held }) => held)));
	}

	/** Where rows lie, and the transactions that wrote them; `says` is what the row says, in SQL. */
	const traces = async (table: string, says: string, pollId: string): Promise<RowTrace[]> => {
		const rows = await database().query<{ says: string; xmin: string }>(
			`select ${says} as says, xmin::text as xmin from ${table} where poll_id = $1 order by ctid`,
			[pollId],
		);
		return rows.map((row, rank) => ({ says: row.says, xmin: Number(row.xmin), place: rank, at: null }));
	};
	const boxTraces = async (pollId: string): Promise<RowTrace[]> => {
		const rows = await database().query<{ says: string; xmin: string; rank: string }>(
			`select encode(ballot, 'hex') as says, b.xmin::text as xmin, rank
				from sealed_box b, unnest(b.sealed) with ordinality as of (ballot, rank) where poll_id = $1`,
			[pollId],
		);
		return rows.map(({ says, xmin, rank }) => ({ says, xmin: Number(xmin), place: Number(rank), at: null }));
	};

	/** Who voted in a transaction, and which ballots its records hold that none before it held. */
	function byWal(wal: readonly Buffer[], truth: Truth): Map<string, string> {
		const guess = new Map<string, string>();
		const seen = new Set<string>();
		const bytesOf = (personId: string) => Buffer.from(personId.replaceAll("-", ""), "hex");
		for (const held of wal) {
			const voters = [...truth.keys()].filter(
				(person) => !guess.has(person) && held.includes(bytesOf(person)),
			);
			const fresh = [...truth.values()].filter(
				(ballot) => !seen.has(ballot) && held.includes(Buffer.from(ballot, "hex")),
			);
			for (const ballot of fresh) seen.add(ballot);
			for (const [number, voter] of voters.entries()) if (fresh[number]) guess.set(voter, fresh[number]);
		}
		return guess;
	}

	/** How often each clue is right, in all polls together. */
	async function attack(
		hold: () => Promise<{ pollId: string; truth: Truth; wal: Buffer[] }>,
		voters: (pollId: string) => Promise<RowTrace[]>,
		ballots: (pollId: string) => Promise<RowTrace[]>,
	): Promise<Map<Clue | "WAL", number>> {
		const right = new Map<Clue | "WAL", number>();
		for (let poll = 0; poll < POLLS; poll += 1) {
			const { pollId, truth, wal } = await hold();
			const [who, what] = [await voters(pollId), await ballots(pollId)];
			expect([who.length, what.length]).toEqual([VOTERS, VOTERS]);
			const guesses = [...linkRows(who, what), ["WAL", byWal(wal, truth)] as const];
			for (const [clue, guess] of guesses)
				right.set(clue, (right.get(clue) ?? 0) + rightGuesses(guess, truth));
		}
		return right;
	}

	test("[V41] [V42] finds no more than chance: xmin, ctid, order, WAL", async () => {
		const voters = (pollId: string) => traces("secret_voter", "person_id::text", pollId);
		const right = await attack(ours, voters, boxTraces);
		for (const [clue, count] of right) expect([clue, count < MORE_THAN_CHANCE]).toEqual([clue, true]);
	});

	test("twin: of tables with a row for each ballot it finds everybody, by each of these", async () => {
		const voters = (pollId: string) => traces("naive_ballot", "person_id::text", pollId);
		const ballots = (pollId: string) => traces("naive_box", "encode(sealed, 'hex')", pollId);
		const right = await attack(naive, voters, ballots);
		const inRows = ["same transaction", "order of transactions", "order of places"] as const;
		for (const clue of showsWal ? [...inRows, "WAL" as const] : inRows)
			expect([clue, right.get(clue)]).toEqual([clue, POLLS * VOTERS]);
	});
});
