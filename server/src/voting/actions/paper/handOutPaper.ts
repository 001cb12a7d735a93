import { isUuid } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import type { VotingPorts } from "../../ports.ts";
import type { PollAnswer } from "../PollAnswer.ts";
import { changePapers } from "./changePapers.ts";

/** Which elector of which poll. */
export interface PaperVoterWish {
	readonly pollId: string;
	readonly personId: string;
}

/**
 * [V32] Marks an elector as voting on paper, and numbers the paper. Whoever has a ballot in the box gets none; whoever has
 * a paper can put no ballot into the box. Handed out twice, it is the same paper.
 */
export function handOutPaper(
	ports: VotingPorts,
	viewer: Viewer,
	{ pollId, personId }: PaperVoterWish,
): Promise<PollAnswer> {
	return changePapers(ports, viewer, pollId, async (tx, poll) => {
		const elector = isUuid(personId) ? await ports.papers.elector(tx, poll.id, personId) : null;
		if (!elector) return "not-an-elector";
		if (elector.hasBallot) return "already-voted";
		if (elector.paper === null) await ports.papers.handOut(tx, poll.id, personId);
		return null;
	});
}

/** [V32] Takes a paper back that nobody has entered: the elector votes by phone again. */
export function takeBackPaper(
	ports: VotingPorts,
	viewer: Viewer,
	{ pollId, personId }: PaperVoterWish,
): Promise<PollAnswer> {
	return changePapers(ports, viewer, pollId, async (tx, poll) => {
		const elector = isUuid(personId) ? await ports.papers.elector(tx, poll.id, personId) : null;
		if (!elector || elector.paper === null) return "paper-unknown";
		const batches = await ports.papers.batches(tx, poll.id);
		const isEntered = batches.some(({ entries }) => entries.some(({ paper }) => paper === elector.paper));
		if (isEntered) return "paper-already-entered";
		await ports.papers.takeBack(tx, poll.id, personId);
		return null;
	});
}
