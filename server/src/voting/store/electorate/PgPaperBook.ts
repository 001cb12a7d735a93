import { type BallotAnswer, canonicalJson } from "@crossroads/shared";
import type { Transaction } from "../../../database/index.ts";
import type { PaperBatch } from "../../domain/electorate/paperBallots.ts";
import type { CountedPaper, ElectorForPaper, NewPaperEntry, PaperBook } from "../../ports.ts";

const PUT_INTO_THE_BOX = `
insert into ballot (poll_id, person_id, answer, receipt, idempotency_key, cast_at)
select e.poll_id, e.person_id, i.answer, i.receipt, gen_random_uuid(), $5
from unnest($2::int[], $3::jsonb[], $4::text[]) as i (paper, answer, receipt)
join elector e on e.poll_id = $1 and e.paper = i.paper`;

interface EntryRow {
	readonly personId: string;
	readonly paper: number;
	readonly answer: BallotAnswer;
}

/** Papers, written to PostgreSQL. */
export class PgPaperBook implements PaperBook {
	async elector(tx: Transaction, pollId: string, personId: string): Promise<ElectorForPaper | null> {
		const [row] = await tx.query<ElectorForPaper>(
			`select e.paper, b.person_id is not null as "hasBallot" from elector e
			left join ballot b on b.poll_id = e.poll_id and b.person_id = e.person_id
			where e.poll_id = $1 and e.person_id = $2`,
			[pollId, personId],
		);
		return row ?? null;
	}

	async handOut(tx: Transaction, pollId: string, personId: string): Promise<void> {
		await tx.query(
			`with numbered as (
				update poll set papers = papers + 1, version = version + 1 where id = $1 returning papers
			)
			update elector set paper = numbered.papers from numbered where poll_id = $1 and person_id = $2`,
			[pollId, personId],
		);
	}

	async takeBack(tx: Transaction, pollId: string, personId: string): Promise<void> {
		await tx.query("update elector set paper = null where poll_id = $1 and person_id = $2", [
			pollId,
			personId,
		]);
		await raiseVersion(tx, pollId);
	}

	async isHandedOut(tx: Transaction, pollId: string, paper: number): Promise<boolean> {
		const rows = await tx.query("select from elector where poll_id = $1 and paper = $2", [pollId, paper]);
		return rows.length > 0;
	}

	async batches(tx: Transaction, pollId: string): Promise<readonly PaperBatch[]> {
		const rows = await tx.query<EntryRow>(
			`select entered_by as "personId", paper, answer from paper_entry where poll_id = $1 order by entered_by, paper`,
			[pollId],
		);
		const batches = Map.groupBy(rows, ({ personId }) => personId);
		return Array.from(batches, ([personId, entries]) => ({ personId, entries }));
	}

	async enter(tx: Transaction, { pollId, paper, by, answer, at }: NewPaperEntry): Promise<void> {
		const key = [pollId, paper, by];
		if (answer === null)
			await tx.query("delete from paper_entry where poll_id = $1 and paper = $2 and entered_by = $3", key);
		else
			await tx.query(
				`insert into paper_entry (poll_id, paper, entered_by, answer, entered_at) values ($1, $2, $3, $4::jsonb, $5)
				on conflict (poll_id, paper, entered_by) do update set answer = excluded.answer, entered_at = excluded.entered_at`,
				[...key, canonicalJson(answer), at],
			);
		await raiseVersion(tx, pollId);
	}

	async putIntoTheBox(
		tx: Transaction,
		pollId: string,
		papers: readonly CountedPaper[],
		at: Date,
	): Promise<void> {
		if (papers.length === 0) return;
		await tx.query(PUT_INTO_THE_BOX, [
			pollId,
			papers.map(({ paper }) => paper),
			papers.map(({ answer }) => canonicalJson(answer)),
			papers.map(({ receipt }) => receipt),
			at,
		]);
	}
}

/** Screens that show the poll are told by its version that something is new. */
async function raiseVersion(tx: Transaction, pollId: string): Promise<void> {
	await tx.query("update poll set version = version + 1 where id = $1", [pollId]);
}
