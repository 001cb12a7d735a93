import type { Viewer } from "../../people/index.ts";
import {
	canonicalElectorate,
	entitledElectors,
	headcountOf,
	refusalOfWeights,
} from "../domain/electorate/electorate.ts";
import { electorsAtOpening } from "../domain/electorate/proxies.ts";
import { refusalToOpen } from "../domain/pollTransitions.ts";
import { boxClassesOf, refusalOfElectors } from "../domain/secret/boxParts.ts";
import type { PlacedPoll, Tx, VotingPorts } from "../ports.ts";
import { changePoll } from "./changePoll.ts";
import type { PollAnswer } from "./PollAnswer.ts";

/**
 * [V3] [V29] PREPARED → OPEN. In the same transaction the electorate is frozen from those who are checked in and those
 * whom they represent, counted against the event's list, and hashed. Locks the poll, then the session: of two polls opened at once one is refused.
 */
export function openPoll(ports: VotingPorts, viewer: Viewer, pollId: string): Promise<PollAnswer> {
	const { writes, session } = ports;
	return changePoll(ports, viewer, pollId, async (tx, poll, personId) => {
		await session.lockSession(tx, poll.sessionId);
		const isAnotherPollOpen = await writes.isAnotherPollOpen(tx, poll);
		const present = await session.presentDelegates(tx, poll.sessionId);
		const refusal = refusalToOpen(poll.state, { isAnotherPollOpen, present: present.length });
		if (refusal) return { refusal };
		const entitledNow = await entitledOf(ports, tx, poll, present);
		const weights = entitledNow.map(({ weight }) => weight);
		const refusalOfSum = refusalOfWeights(weights);
		if (refusalOfSum) return { refusal: refusalOfSum };
		const presentIds = new Set(present.map(({ personId }) => personId));
		const electors = electorsAtOpening(entitledNow, presentIds, await ports.electorate.grants(tx, poll.id));
		const box = poll.secrecy === "SECRET" ? await ports.trustees.box(poll.id) : null;
		const refusalOfBox = box && refusalOfElectors(poll.settings, box, electors);
		if (refusalOfBox) return { refusal: refusalOfBox };
		await ports.electorate.freeze(tx, poll.id, electors);
		if (box) await ports.boxes.layOut(tx, poll.id, boxClassesOf(poll.rule, electors));
		const entitled = await session.entitledCounts(tx, poll.sessionId);
		const counts = {
			entitled: { ...entitled, weight: weights.reduce((sum, weight) => sum + weight, 0) },
			present: headcountOf(present),
		};
		const electorateHash = ports.digest(canonicalElectorate(electors));
		await writes.saveOpened(tx, { pollId, personId, at: ports.clock(), counts, electorateHash });
		return { refusal: null };
	});
}

type Present = Awaited<ReturnType<VotingPorts["session"]["presentDelegates"]>>;

/** [V30] Who could vote, with what they weigh. */
async function entitledOf({ session, electorate }: VotingPorts, tx: Tx, poll: PlacedPoll, present: Present) {
	const listed = await session.entitledDelegates(tx, poll.sessionId);
	return entitledElectors(listed, present, await electorate.weights(tx, poll.id));
}
