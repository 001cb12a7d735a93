import { isUuid } from "@crossroads/shared";
import type { Viewer } from "../../../people/index.ts";
import { type WeightWish, weightsAfter } from "../../domain/electorate/weights.ts";
import type { VotingPorts } from "../../ports.ts";
import { changePoll } from "../changePoll.ts";
import type { PollAnswer } from "../PollAnswer.ts";

/** Wishes at once at most. */
const MOST_WISHES = 1_000;

/** [V30] Sets what somebody, or every delegate of a partner, weighs; before opening, for those who run the session. */
export function setWeights(
	ports: VotingPorts,
	viewer: Viewer,
	pollId: string,
	wishes: readonly WeightWish[],
): Promise<PollAnswer> {
	const { session, electorate } = ports;
	return changePoll(ports, viewer, pollId, async (tx, poll) => {
		if (poll.state !== "PREPARED") return { refusal: "poll-already-opened" };
		const named = wishes.flatMap(({ personId, partnerId }) => [personId, partnerId]);
		if (!named.every((id) => id === null || isUuid(id))) return { refusal: "not-entitled" };
		if (wishes.length > MOST_WISHES) return { refusal: "invalid-input" };
		const listed = await session.entitledDelegates(tx, poll.sessionId);
		const weights = weightsAfter(listed, await electorate.weights(tx, poll.id), wishes.map(inLowerCase));
		if (typeof weights === "string") return { refusal: weights };
		await electorate.saveWeights(tx, poll.id, weights);
		return { refusal: null };
	});
}

/** Ids come from the record in lower case, and are compared with what was sent. */
function inLowerCase({ personId, partnerId, weight }: WeightWish): WeightWish {
	return {
		personId: personId?.toLowerCase() ?? null,
		partnerId: partnerId?.toLowerCase() ?? null,
		weight,
	};
}
