import { randomBytes, randomUUID } from "node:crypto";
import type { PollState } from "@crossroads/shared";
import { expect, test } from "vitest";
import type { SealedBallot, SealedOutcome } from "../domain/secret/sealedDecision.ts";
import type { SecretBox } from "../ports.ts";

/** What the suite needs of an implementation: two boxes over one record, and the record itself. */
export interface SecretBoxWorld {
	readonly box: SecretBox;
	/** Another instance's box over the same record. */
	readonly otherBox: SecretBox;
	/** Makes a secret poll, its box in several parts if told so; gives its id and the ids of its electors. */
	makePoll(poll: {
		state: PollState;
		electors: number;
		isByPartner?: boolean;
	}): Promise<{ pollId: string; electors: readonly string[] }>;
	/** Moves the poll; ballots under way are in before or are told. */
	moveTo(pollId: string, state: PollState): Promise<void>;
	/** Everything that lies in the box, in hex, in any order; and who has voted. */
	contentOf(
		pollId: string,
	): Promise<{ readonly ballots: readonly string[]; readonly voted: readonly string[] }>;
}

/** As long as a sealed yes or no. */
export const aSealed = () => randomBytes(128);

/** [V40] The exam for every box of secret polls. */
export function secretBoxContract(world: () => SecretBoxWorld): void {
	const anOpenPoll = (electors = 1, isByPartner = false) =>
		world().makePoll({ state: "OPEN", electors, isByPartner });
	const aBallotOf = (pollId: string, personId: unknown): SealedBallot => ({
		pollId,
		personId: personId as string,
		sealed: aSealed(),
	});
	const counted = { kind: "counted" };
	const refused = (code: string) => ({ kind: "refused", code });

	test("[V40] takes an elector's ballot, and notes that the elector has voted", async () => {
		const { pollId, electors } = await anOpenPoll(2);
		const ballot = aBallotOf(pollId, electors[1]);
		expect(await world().box.cast(ballot)).toEqual(counted);
		const content = { ballots: [ballot.sealed.toString("hex")], voted: [electors[1]] };
		expect(await world().contentOf(pollId)).toEqual(content);
	});

	test.each([
		["PREPARED", "poll-not-open"],
		["CLOSED", "poll-closed"],
		["PUBLISHED", "poll-closed"],
	] as const)("[V8] refuses a ballot to a poll that is %s: %s", async (state, code) => {
		const { pollId, electors } = await world().makePoll({ state, electors: 1 });
		expect(await world().box.cast(aBallotOf(pollId, electors[0]))).toEqual(refused(code));
		expect(await world().contentOf(pollId)).toEqual({ ballots: [], voted: [] });
	});

	test("[V4] refuses whoever is no elector, and a poll that does not exist", async () => {
		const { pollId } = await anOpenPoll();
		expect(await world().box.cast(aBallotOf(pollId, randomUUID()))).toEqual(refused("not-an-elector"));
		const nowhere = aBallotOf(randomUUID(), randomUUID());
		expect(await world().box.cast(nowhere)).toEqual(refused("not-found"));
	});

	test("[V40] refuses a second ballot and keeps the first", async () => {
		const { pollId, electors } = await anOpenPoll();
		const first = aBallotOf(pollId, electors[0]);
		await world().box.cast(first);
		const second = aBallotOf(pollId, electors[0]);
		expect(await world().otherBox.cast(second)).toEqual(refused("already-voted"));
		expect((await world().contentOf(pollId)).ballots).toEqual([first.sealed.toString("hex")]);
	});

	test("[V40] the same bytes again are the same ballot, while the poll is open and afterwards", async () => {
		const { pollId, electors } = await anOpenPoll();
		const ballot = aBallotOf(pollId, electors[0]);
		await world().box.cast(ballot);
		expect(await world().otherBox.cast(ballot)).toEqual({ kind: "repeated" });
		await world().moveTo(pollId, "CLOSED");
		expect(await world().box.cast(ballot)).toEqual({ kind: "repeated" });
		expect((await world().contentOf(pollId)).ballots).toHaveLength(1);
	});

	test.each([false, true])(
		"[S7] a copy of somebody's ballot counts for nobody; parts: %s",
		async (isByPartner) => {
			const { pollId, electors } = await anOpenPoll(3, isByPartner);
			const ballot = aBallotOf(pollId, electors[0]);
			const copy = (place: number) => ({ ...ballot, personId: electors[place] as string });
			const [first, atOnce] = await Promise.all([world().box.cast(ballot), world().box.cast(copy(1))]);
			expect([first, atOnce]).toEqual([counted, refused("ballot-is-a-copy")]);
			expect(await world().otherBox.cast(copy(2))).toEqual(refused("ballot-is-a-copy"));
			expect(await world().contentOf(pollId)).toMatchObject({ voted: [electors[0]] });
			// Whoever sent a copy may still vote.
			expect(await world().box.cast(aBallotOf(pollId, electors[1]))).toEqual(counted);
		},
	);

	test("[V5] of fifty ballots that one voter casts at once through two boxes one counts", async () => {
		const { pollId, electors } = await anOpenPoll();
		const outcomes = await castAll(many(50, () => aBallotOf(pollId, electors[0])));
		expect(kindsOf(outcomes)).toEqual({ counted: 1, "already-voted": 49 });
		expect((await world().contentOf(pollId)).ballots).toHaveLength(1);
	});

	test("[V7] of fifty repetitions of one ballot through two boxes one counts, and all are told so", async () => {
		const { pollId, electors } = await anOpenPoll();
		const ballot = aBallotOf(pollId, electors[0]);
		expect(kindsOf(await castAll(many(50, () => ballot)))).toEqual({ counted: 1, repeated: 49 });
	});

	test.each([false, true])(
		"takes everybody's ballots that arrive at once; parts: %s",
		async (isByPartner) => {
			const { pollId, electors } = await anOpenPoll(120, isByPartner);
			const ballots = electors.map((personId) => aBallotOf(pollId, personId));
			expect(kindsOf(await castAll(ballots))).toEqual({ counted: 120 });
			const content = await world().contentOf(pollId);
			expect(content.ballots.toSorted()).toEqual(ballots.map(({ sealed }) => sealed.toString("hex")).sort());
			expect(content.voted.toSorted()).toEqual(electors.toSorted());
		},
	);

	test("[V8] of ballots racing with the closing, exactly the acknowledged ones are in the box", async () => {
		const { pollId, electors } = await anOpenPoll(60);
		const acknowledged: string[] = [];
		const voting = electors.map(async (personId, place) => {
			await turns(place % 7);
			const ballot = aBallotOf(pollId, personId);
			const outcome = await (place % 2 ? world().box : world().otherBox).cast(ballot);
			if (outcome.kind === "counted") acknowledged.push(ballot.sealed.toString("hex"));
			else expect(outcome).toEqual(refused("poll-closed"));
		});
		await Promise.all([...voting, turns(3).then(() => world().moveTo(pollId, "CLOSED"))]);
		const { ballots, voted } = await world().contentOf(pollId);
		expect(ballots.toSorted()).toEqual(acknowledged.sort());
		expect(voted).toHaveLength(acknowledged.length);
	});

	function castAll(ballots: readonly SealedBallot[]) {
		const { box, otherBox } = world();
		return Promise.all(ballots.map((ballot, place) => (place % 2 ? box : otherBox).cast(ballot)));
	}
}

function kindsOf(outcomes: readonly SealedOutcome[]): Record<string, number> {
	const kinds: Record<string, number> = {};
	for (const outcome of outcomes) {
		const kind = outcome.kind === "refused" ? outcome.code : outcome.kind;
		kinds[kind] = (kinds[kind] ?? 0) + 1;
	}
	return kinds;
}

function many<T>(count: number, make: () => T): T[] {
	return Array.from({ length: count }, make);
}

async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn += 1) await new Promise((next) => setImmediate(next));
}
