import { boardText } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import { type BoardFacts, buildBoard } from "../domain/buildBoard.ts";
import { boardAddressOf } from "../domain/pollVisibility.ts";
import { answersTold, boxTold } from "../domain/secret/secretBoard.ts";
import type { BoardRecord, VotingPorts } from "../ports.ts";

/** [V34] Whether the viewer may have the poll's board: published and public, or published where the viewer may look. */
export async function mayReadBoard({ reads }: VotingPorts, viewer: Viewer, pollId: string): Promise<boolean> {
	const poll = await reads.poll(pollId);
	if (!poll || boardAddressOf(poll) === null) return false;
	return poll.isPublic || may(viewer, "session:read", poll);
}

/** [B1] The board of a published poll, as its text; null: there is none. Everything in it is one snapshot's. */
export async function exportBoard(
	{ boardReads, boardTools }: VotingPorts,
	pollId: string,
): Promise<string | null> {
	const record = await boardReads.boardRecord(pollId);
	return record && boardText(buildBoard(factsOf(record), boardTools));
}

function factsOf(record: BoardRecord): BoardFacts {
	const { poll, partners, electors, ballots, entitled, presentAtClosing, secret } = record;
	const { openedAt, closedAt, electorateHash, result } = poll;
	if (!openedAt || !closedAt || !electorateHash || !result)
		throw new Error("A published poll was not opened and closed.");
	const { id: pollId, settings, question, recommendationVersionId, secrecy, rule } = poll;
	return {
		poll: {
			pollId,
			question,
			recommendationVersionId,
			secrecy,
			settings,
			rule,
			openedAt: openedAt.toISOString(),
			closedAt: closedAt.toISOString(),
			entitled,
			presentAtClosing,
			electorateHash,
			box: secret?.box ?? null,
		},
		partners,
		electors,
		ballots: secret ? answersTold(secret.parts) : ballots,
		box: secret && boxTold(secret.parts),
		result: { count: record.count, isAdopted: result.isAdopted, rules: result.rules },
	};
}
