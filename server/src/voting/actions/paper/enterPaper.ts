import { readAnswer } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import type { VotingPorts } from "../../ports.ts";
import type { PollAnswer } from "../PollAnswer.ts";
import { changePapers } from "./changePapers.ts";

/** A paper as the viewer reads it. */
export interface EnterPaperWish {
	readonly pollId: string;
	/** Its number. */
	readonly paper: number;
	/** Not yet read: an answer as `readAnswer` takes it; null: the viewer's entry is taken back. */
	readonly answer: unknown;
}

/** [V32] Enters what stands on a paper, or enters it anew. The first two who enter papers of a poll are its two. */
export function enterPaper(
	ports: VotingPorts,
	viewer: Viewer,
	{ pollId, paper, answer }: EnterPaperWish,
): Promise<PollAnswer> {
	return changePapers(ports, viewer, pollId, async (tx, poll, by) => {
		if (!(await ports.papers.isHandedOut(tx, poll.id, paper))) return "paper-unknown";
		const batches = await ports.papers.batches(tx, poll.id);
		const others = batches.filter(({ personId }) => personId !== by);
		if (others.length >= 2) return "papers-entered-by-two-others";
		const read = answer === null ? null : readAnswer(poll.settings, answer);
		if (answer !== null && read === null) return "invalid-input";
		await ports.papers.enter(tx, { pollId: poll.id, paper, by, answer: read, at: ports.clock() });
		return null;
	});
}
