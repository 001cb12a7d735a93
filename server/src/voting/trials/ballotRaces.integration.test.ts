import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { connectDatabase, type Database, type Sql, schemaDifference } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { votingEntities } from "../store/entities.ts";
import type { BallotsCommitted } from "../store/KnownCounts.ts";
import { PgBallotBox } from "../store/PgBallotBox.ts";
import { PgPollWrites } from "../store/PgPollWrites.ts";
import { aBallot } from "../testing/ballots.ts";
import { ballotsIn, type RecordedPlace, recordPlace, recordPoll } from "../testing/pollRecords.ts";

/** Rows 40 and 41 of the threats: on real connections of two instances, and with each guard switched off. */
describeWithDatabase("ballots that race", votingEntities, (database) => {
	let place: RecordedPlace;
	beforeAll(async () => {
		place = await recordPlace(database());
	});

	test("the ORM's entities fit the tables", async () => {
		const differences = await schemaDifference(database());
		expect(
			differences.filter((line) => /"(poll|elector|ballot|poll_turnout|poll_count)"/.test(line)),
		).toEqual([]);
	});

	test("[V5] a hundred ballots of one voter at once, from two instances, count once", async () => {
		const other = await connectDatabase({ url: database().url, entities: votingEntities });
		try {
			const { pollId, electors } = await recordPoll(database(), place, { state: "OPEN", electors: 1 });
			const boxes = [new PgBallotBox(database()), new PgBallotBox(other)];
			const outcomes = await castHundred(boxes, pollId, electors[0] as string);
			expect(outcomes.filter(({ kind }) => kind === "counted")).toHaveLength(1);
			expect(await ballotsIn(database(), pollId)).toHaveLength(1);
		} finally {
			await other.close();
		}
	});

	test("[V5] twin: without the constraint and with a look before writing, several count", async () => {
		const { pollId, electors } = await recordPoll(database(), place, { state: "OPEN", electors: 1 });
		await database().query("create table naive_ballot (poll_id uuid, person_id uuid, choice text)");
		const boxes = [naiveBox(database()), naiveBox(database())];
		await castHundred(boxes, pollId, electors[0] as string);
		const counted = await database().query("select from naive_ballot where poll_id = $1", [pollId]);
		expect(counted.length).toBeGreaterThan(1);
	});

	test("[V8] a ballot that meets a closing under way waits for it and is told", async () => {
		const { outcome, result } = await castDuringClosing(database());
		expect(outcome).toEqual({ kind: "refused", code: "poll-closed" });
		expect(result).toBe(0);
	});

	test("[V8] twin: without the lock on the poll, an acknowledged ballot is missing in the result", async () => {
		const withoutLock: Sql = {
			query: (text, values) => database().query(unlocked(text), values),
		};
		const { outcome, result } = await castDuringClosing(withoutLock);
		expect(outcome).toMatchObject({ kind: "counted" });
		expect(result).toBe(0);
	});

	test("[V8] a voter who was an elector of a poll that opened meanwhile is not told otherwise", async () => {
		const { pollId } = await recordPoll(database(), place, { state: "PREPARED" });
		const [person] = await database().query<{ id: string }>(
			"insert into person (name) values ('Early') returning id",
		);
		const personId = person?.id as string;
		const openInBetween: Sql = {
			async query(text, values) {
				const rows = await database().query(text, values);
				if (isOpen) return rows as never;
				isOpen = true;
				await open();
				return rows as never;
			},
		};
		let isOpen = false;
		const open = async () => {
			await database().query("update poll set state = 'CLOSED' where session_id = $1 and state = 'OPEN'", [
				place.sessionId,
			]);
			await database().query(
				"insert into elector (poll_id, person_id, partner_id, stakeholder_group) values ($1, $2, $3, 'CITIZENS')",
				[pollId, personId, place.partnerIds[0]],
			);
			await database().query("update poll set state = 'OPEN', version = version + 1 where id = $1", [pollId]);
		};
		const outcome = await new PgBallotBox(openInBetween).cast(aBallot({ pollId, personId }));
		expect(outcome).toMatchObject({ kind: "counted" });
	});

	test("[V15] a commit that waited for somebody else's does not say what was there before", async () => {
		const wish = { state: "OPEN", allowsBallotChange: true, electors: 1 } as const;
		const { pollId, electors } = await recordPoll(database(), place, wish);
		const personId = electors[0] as string;
		const told: (BallotsCommitted | null)[] = [];
		const box = new PgBallotBox(database(), { onCommit: (_, commit) => told.push(commit) });
		await box.cast(aBallot({ pollId, personId }));
		const { promise: isWaitedFor, resolve: commit } = Promise.withResolvers<void>();
		const { promise: hasWritten, resolve: written } = Promise.withResolvers<void>();
		const other = database().transaction(async (tx) => {
			await tx.query("update poll set version = version + 1 where id = $1", [pollId]);
			written();
			await isWaitedFor;
		});
		await hasWritten;
		const waiting = box.cast(aBallot({ pollId, personId }));
		await waitForWaiter();
		commit();
		await other;
		expect(await waiting).toMatchObject({ kind: "changed" });
		expect(told).toMatchObject([{ votes: [{ before: null }] }, null]);
		await box.cast(aBallot({ pollId, personId }));
		expect(told[2]?.votes[0]?.before).toHaveLength(1);
	});

	test("ballots that arrive during a commit share the next one, which is announced once", async () => {
		const { pollId, electors } = await recordPoll(database(), place, { state: "OPEN", electors: 200 });
		let statements = 0;
		const counting: Sql = {
			query: (text, values) => {
				statements += 1;
				return database().query(text, values);
			},
		};
		const announced: string[] = [];
		const box = new PgBallotBox(counting, { onCommit: (id) => announced.push(id) });
		const version = await versionOf(pollId);
		const first = box.cast(aBallot({ pollId, personId: electors[0] as string }));
		await new Promise((turn) => setImmediate(() => setImmediate(turn)));
		await Promise.all(electors.slice(1).map((personId) => box.cast(aBallot({ pollId, personId }))));
		await first;
		expect(statements).toBe(2);
		expect(announced).toEqual([pollId, pollId]);
		expect(await versionOf(pollId)).toBe(version + 2);
	});

	test("a commit that fails fails its ballots alone; cast again with their keys they count once", async () => {
		const { pollId, electors } = await recordPoll(database(), place, { state: "OPEN", electors: 2 });
		let isBroken = true;
		const breaking: Sql = {
			async query(text, values) {
				if (!isBroken) return database().query(text, values);
				await database().query(text, values);
				isBroken = false;
				throw new Error("the connection broke after the commit");
			},
		};
		const announced: string[] = [];
		const box = new PgBallotBox(breaking, { onCommit: (id) => announced.push(id) });
		const ballot = aBallot({ pollId, personId: electors[0] as string });
		await expect(box.cast(ballot)).rejects.toThrow("broke");
		expect(announced).toEqual([pollId]);
		const again = await box.cast({ ...ballot, receipt: randomUUID() });
		expect(again).toEqual({ kind: "repeated", ballot });
		expect(await ballotsIn(database(), pollId)).toEqual([ballot]);
	});

	test("[V15] the counters are those of the ballots, whatever two instances cast and change at once", async () => {
		const { pollId } = await voteAndChange();
		const { counted, recounted } = await countedTwice(pollId);
		expect(counted).toEqual(recounted);
		expect(counted.turnout.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(40);
	});

	test.each(["ballot_counted", "ballot_recounted"])(
		"[V15] twin: without the trigger %s the counters are not those of the ballots",
		async (trigger) => {
			await database().query(`alter table ballot disable trigger ${trigger}`);
			const { pollId } = await voteAndChange();
			await database().query(`alter table ballot enable trigger ${trigger}`);
			const { counted, recounted } = await countedTwice(pollId);
			expect(counted).not.toEqual(recounted);
		},
	);

	/** Forty electors cast and change ballots of many marks, three times each, through two instances. */
	async function voteAndChange() {
		const other = await connectDatabase({ url: database().url, entities: votingEntities });
		try {
			const wish = { state: "OPEN", allowsBallotChange: true, electors: 40 } as const;
			const { pollId, electors } = await recordPoll(database(), place, wish);
			const boxes = [new PgBallotBox(database(), { most: 7 }), new PgBallotBox(other, { most: 5 })];
			const casts = [0, 1, 2].flatMap((round) =>
				electors.map((personId, n) => {
					const answer = { marks: [...marksOf(n + 7 * round)] };
					return (boxes[(n + round) % 2] as PgBallotBox).cast(aBallot({ pollId, personId, answer }));
				}),
			);
			for (const { kind } of await Promise.all(casts)) expect(["counted", "changed"]).toContain(kind);
			return { pollId };
		} finally {
			await other.close();
		}
	}

	/** Different marks for different numbers, none at all for some. */
	function* marksOf(number: number) {
		for (const [place, option] of ["A", "B", "C", "D"].entries())
			if ((number >> place) % 2 === 1) yield { option, value: 1 + ((number + place) % 5) };
	}

	/** What the counters say, and what an aggregation over electors and ballots says. */
	async function countedTwice(pollId: string) {
		const run = <Row>(text: string) => database().query<Row>(text, [pollId]);
		type Turnout = { ballots: number };
		const key = "partner_id, stakeholder_group";
		return {
			counted: {
				turnout: await run<Turnout>(
					`select ${key}, electors, ballots from poll_turnout where poll_id = $1 order by ${key}`,
				),
				marks: await run(
					`select ${key}, option, value, ballots, weight from poll_count
						where poll_id = $1 and ballots <> 0 order by ${key}, option, value`,
				),
			},
			recounted: {
				turnout: await run<Turnout>(
					`select ${key}, count(*)::int as electors, count(b.person_id)::int as ballots
						from elector e left join ballot b using (poll_id, person_id)
						where poll_id = $1 group by ${key} order by ${key}`,
				),
				marks: await run(
					`select ${key}, m ->> 'option' as option, (m ->> 'value')::int as value, count(*)::int as ballots,
						sum(weight)::int as weight
						from elector join ballot using (poll_id, person_id), jsonb_array_elements(answer -> 'marks') m
						where poll_id = $1 group by ${key}, m ->> 'option', m ->> 'value' order by ${key}, option, value`,
				),
			},
		};
	}

	function castHundred(boxes: readonly Pick<PgBallotBox, "cast">[], pollId: string, personId: string) {
		const ballots = Array.from({ length: 100 }, () => aBallot({ pollId, personId }));
		return Promise.all(ballots.map((ballot, n) => (boxes[n % 2] as PgBallotBox).cast(ballot)));
	}

	/** Closes a poll by hand, and casts a ballot after the count and before the commit. Gives what was counted. */
	async function castDuringClosing(sql: Sql) {
		const { pollId, electors } = await recordPoll(database(), place, { state: "OPEN", electors: 1 });
		const writes = new PgPollWrites(database() as Database);
		const box = new PgBallotBox(sql);
		const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
		const { promise: hasCounted, resolve: counted } = Promise.withResolvers<void>();
		const closing = writes.transaction(async (tx) => {
			await writes.lockPoll(tx, pollId);
			const cast = (await writes.ballotsOf(tx, pollId)).filter(({ answer }) => answer !== null).length;
			counted();
			await mayCommit;
			await tx.query("update poll set state = 'CLOSED', version = version + 1 where id = $1", [pollId]);
			return cast;
		});
		await hasCounted;
		const casting = box.cast(aBallot({ pollId, personId: electors[0] as string }));
		await Promise.race([casting, waitForWaiter()]);
		commit();
		return { result: await closing, outcome: await casting };
	}

	/** The batch's statement, but for looking at the poll instead of writing it. */
	function unlocked(batch: string): string {
		const update = /update poll set version = version \+ 1 where (.*)\n {2}returning (.*)/;
		return batch.replace(update, "select $2 from poll where $1");
	}

	/** Looks, then writes: what an application does that trusts itself. */
	function naiveBox(sql: Sql): Pick<PgBallotBox, "cast"> {
		return {
			async cast(ballot) {
				const { pollId, personId, answer } = ballot;
				const found = await sql.query("select from naive_ballot where poll_id = $1 and person_id = $2", [
					pollId,
					personId,
				]);
				if (found.length > 0) return { kind: "refused", code: "already-voted" };
				await sql.query("insert into naive_ballot values ($1, $2, $3)", [
					pollId,
					personId,
					answer.marks[0]?.option,
				]);
				return { kind: "counted", ballot };
			},
		};
	}

	async function versionOf(pollId: string): Promise<number> {
		const [row] = await database().query<{ version: string }>("select version from poll where id = $1", [
			pollId,
		]);
		return Number(row?.version);
	}

	/** Resolves when somebody in this database waits for a lock. */
	async function waitForWaiter(): Promise<void> {
		const waiting =
			"select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
		while ((await database().query(waiting)).length === 0);
	}
});
