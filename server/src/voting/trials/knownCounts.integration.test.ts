import { expect, test } from "vitest";
import { connectDatabase, type Database, type Sql } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import type { CountedPoll } from "../ports.ts";
import { votingEntities } from "../store/entities.ts";
import { type BallotsCommitted, KnownCounts } from "../store/KnownCounts.ts";
import { PgBallotBox } from "../store/PgBallotBox.ts";
import { PgPollReads } from "../store/PgPollReads.ts";
import { aBallot } from "../testing/ballots.ts";
import { recordPlace, recordPoll } from "../testing/pollRecords.ts";

describeWithDatabase("[V15] the count that follows from our own commits", votingEntities, (database) => {
	test("is the record's, whatever two instances cast and change", async () => {
		const { followed, stored } = await vote(() => new KnownCounts());
		expect(followed.length).toBeGreaterThan(5);
		expect(followed).toEqual(stored);
	});

	test("twin: where versions are not compared, the other instance's ballots are missing", async () => {
		const { followed, stored } = await vote(() => new Credulous());
		expect(followed).not.toEqual(stored);
	});

	test("of a ranked poll is the turnout: ranks are counted when all are in, and not before", async () => {
		const { pollId, electors } = await openPoll();
		const ranked = `update poll set method = 'SCHULZE', options = '["a", "b", "c", "d"]' where id = $1`;
		await database().query(ranked, [pollId]);
		const { box, reads, known } = instanceOf(database(), new KnownCounts());
		await reads.countedPoll(pollId);
		for (const [place, personId] of electors.entries()) {
			const answer = {
				marks: [
					{ option: "A", value: 1 + (place % 2) },
					{ option: "B", value: 2 - (place % 2) },
				],
			};
			await box.cast(aBallot({ pollId, personId, answer }));
		}
		await new Promise((turn) => setImmediate(turn));
		expect(known.last?.counted).toEqual((await reads.countedPoll(pollId))?.counted);
		expect(known.last?.counted.tally).toMatchObject({ cast: electors.length, counts: [] });
		expect(await database().query("select from poll_count where poll_id = $1", [pollId])).toEqual([]);
	});

	test("costs no query in what follows from the commit, and is read again afterwards", async () => {
		const { pollId, electors } = await openPoll();
		const counter = countingSql(database());
		const instance = instanceOf(counter.sql, new KnownCounts());
		await instance.reads.countedPoll(pollId);
		counter.reset();
		await instance.box.cast(aBallot({ pollId, personId: electors[0] as string }));
		expect(await Promise.all(instance.news)).toMatchObject([{ counted: { tally: { cast: 1 } } }]);
		expect(counter.queries).toBe(1);
		await new Promise((turn) => setImmediate(turn));
		await instance.reads.countedPoll(pollId.toUpperCase());
		expect(counter.queries).toBe(2);
	});

	test("is not taken for what somebody else's news is about, heard right afterwards", async () => {
		const known = new KnownCounts();
		const { pollId, electors } = await openPoll();
		const [ours, theirs] = [instanceOf(database(), known), instanceOf(database(), new KnownCounts())];
		await ours.reads.countedPoll(pollId);
		const { promise: heard, resolve: hear } = Promise.withResolvers<CountedPoll | null>();
		const first = ours.box.cast(aBallot({ pollId, personId: electors[0] as string }));
		// As soon as anything else may be heard.
		void first.then(() => process.nextTick(() => hear(known.justCommitted(pollId))));
		expect(await heard).toBeNull();
		await theirs.box.cast(aBallot({ pollId, personId: electors[1] as string }));
		expect((await ours.reads.countedPoll(pollId))?.counted.tally.cast).toBe(2);
	});

	test("is forgotten when nobody knows whether a commit happened", async () => {
		const known = new KnownCounts();
		const { pollId, electors } = await openPoll();
		let breaks = false;
		const breaking: Sql = {
			async query(text, values) {
				const rows = await database().query(text, values);
				if (breaks) throw new Error("the connection broke after the commit");
				return rows as never;
			},
		};
		const instance = instanceOf(breaking, known);
		await instance.reads.countedPoll(pollId);
		breaks = true;
		const lost = instance.box.cast(aBallot({ pollId, personId: electors[0] as string }));
		await expect(lost).rejects.toThrow("broke");
		breaks = false;
		await instance.box.cast(aBallot({ pollId, personId: electors[1] as string }));
		expect((await instance.news[1])?.counted.tally.cast).toBe(2);
	});

	/** Thirty electors of different weights cast and change ballots through two instances, one after the other. */
	async function vote(known: () => KnownCounts) {
		const other = await connectDatabase({ url: database().url, entities: votingEntities });
		try {
			const { pollId, electors } = await openPoll();
			await database().query(
				"update elector set weight = 1 + ascii(person_id::text) % 4 where poll_id = $1",
				[pollId],
			);
			const instances = [instanceOf(database(), known()), instanceOf(other, known())];
			for (const { reads } of instances) await reads.countedPoll(pollId);
			const followed: unknown[] = [];
			const stored: unknown[] = [];
			for (const [n, personId] of [...electors, ...electors].entries()) {
				// In runs, so that counts are followed, and lost when the other instance takes over.
				const { box, known: own } = instances[Math.floor(n / 7) % 2] as Instance;
				const { reads } = instances[Math.floor(n / 7) % 2] as Instance;
				const answer = { marks: [...marksOf(n)] };
				// Every third is a split vote.
				const split = [2, 3].map((weight) => ({ answer: { marks: [...marksOf(n + weight)] }, weight }));
				await box.cast(aBallot({ pollId, personId, answer, ...(n % 3 === 0 && { parts: split }) }));
				const count = own.last;
				await new Promise((turn) => setImmediate(turn));
				const read = await reads.countedPoll(pollId);
				if (!count) continue;
				followed.push(count.counted);
				stored.push(read?.counted);
			}
			return { followed, stored };
		} finally {
			await other.close();
		}
	}

	const openPoll = async () =>
		recordPoll(database(), await recordPlace(database()), {
			state: "OPEN",
			allowsBallotChange: true,
			electors: 30,
		});

	function* marksOf(number: number) {
		for (const [place, option] of ["YES", "NO", "ABSTAIN"].entries())
			if ((number >> place) % 2 === 1) yield { option, value: 1 + ((number + place) % 5) };
	}
});

interface Instance {
	readonly box: PgBallotBox;
	readonly reads: PgPollReads;
	/** What was read when each commit was announced. */
	readonly news: Promise<CountedPoll | null>[];
	/** The count that the last commit left, where it was followed. */
	readonly known: { last: CountedPoll | null };
}

/** One server's box and reads, which announces each commit and reads the count for it. */
function instanceOf(sql: Sql | Database, counts: KnownCounts): Instance {
	const known: Instance["known"] = { last: null };
	const news: Instance["news"] = [];
	const reads = new PgPollReads(sql, counts);
	const box = new PgBallotBox(sql, {
		onCommit(pollId, commit) {
			counts.follow(pollId, commit);
			known.last = counts.justCommitted(pollId);
			news.push(reads.countedPoll(pollId));
		},
	});
	return { box, reads, news, known };
}

/** Believes every commit to follow on what it knows. */
class Credulous extends KnownCounts {
	#version = 0;

	override learn(read: Parameters<KnownCounts["learn"]>[0]): void {
		if (this.#version > 0) return;
		this.#version = read.poll.version;
		super.learn(read);
	}

	override follow(pollId: string, commit: BallotsCommitted | null): void {
		this.#version += 1;
		super.follow(pollId, commit && { ...commit, version: this.#version });
	}
}

function countingSql(sql: Sql) {
	const counter = {
		queries: 0,
		reset: () => {
			counter.queries = 0;
		},
		sql: {
			query: (text: string, values?: readonly unknown[]) => {
				counter.queries += 1;
				return sql.query(text, values);
			},
		} as Sql,
	};
	return counter;
}
