import { randomUUID } from "node:crypto";
import { beforeAll, describe } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { votingEntities } from "../store/entities.ts";
import { PgBallotBox } from "../store/PgBallotBox.ts";
import { type BallotBoxWorld, ballotBoxContract } from "../testing/ballotBoxContract.ts";
import { type MemoryPoll, memoryBallotBox } from "../testing/memoryBallotBox.ts";
import { ballotsIn, movePoll, type RecordedPlace, recordPlace, recordPoll } from "../testing/pollRecords.ts";

describe("the ballot box in memory", () => {
	const polls = new Map<string, MemoryPoll>();
	const world: BallotBoxWorld = {
		box: memoryBallotBox(polls),
		otherBox: memoryBallotBox(polls),
		async makePoll({ state, allowsBallotChange, electors: count, isRepresented }) {
			const pollId = randomUUID();
			const electors = Array.from({ length: count }, () => randomUUID() as string);
			const voterOf = (elector: string) => (isRepresented ? (electors[0] as string) : elector);
			const voters = new Map(electors.map((elector) => [elector, voterOf(elector)]));
			polls.set(pollId, { state, allowsBallotChange, voters, ballots: new Map() });
			return { pollId, electors };
		},
		async moveTo(pollId, state) {
			const poll = polls.get(pollId);
			if (poll) poll.state = state;
		},
		ballotsIn: async (pollId) => [...(polls.get(pollId)?.ballots.values() ?? [])],
	};
	ballotBoxContract(() => world);
});

describeWithDatabase("the ballot box in PostgreSQL", votingEntities, (database) => {
	let place: RecordedPlace;
	let world: BallotBoxWorld;
	beforeAll(async () => {
		place = await recordPlace(database());
		world = {
			box: new PgBallotBox(database()),
			otherBox: new PgBallotBox(database()),
			makePoll: (poll) => recordPoll(database(), place, poll),
			moveTo: (pollId, state) => movePoll(database(), pollId, state),
			ballotsIn: (pollId) => ballotsIn(database(), pollId),
		};
	});
	ballotBoxContract(() => world);
});
