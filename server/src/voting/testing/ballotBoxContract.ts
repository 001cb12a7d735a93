import { randomUUID } from "node:crypto";
import type { PollState } from "@crossroads/shared";
import { expect, test } from "vitest";
import type { Ballot } from "../domain/Poll.ts";
import type { BallotBox } from "../ports.ts";
import { aBallot, castAt } from "./ballots.ts";

/** What the suite needs of an implementation: two boxes over one record, and the record itself. */
export interface BallotBoxWorld {
	readonly box: BallotBox;
	/** Another instance's box over the same record. */
	readonly otherBox: BallotBox;
	/** Makes a poll; gives its id and the ids of its electors. */
	makePoll(poll: {
		state: PollState;
		allowsBallotChange: boolean;
		electors: number;
		/** The first elector casts the ballots of all others. */
		isRepresented?: boolean;
	}): Promise<{ pollId: string; electors: readonly string[] }>;
	/** Moves the poll; ballots under way are in before or are told. */
	moveTo(pollId: string, state: PollState): Promise<void>;
	/** Everything that lies in the box for this poll. */
	ballotsIn(pollId: string): Promise<readonly Ballot[]>;
}

/** [V4]–[V8] The exam for every ballot box. */
export function ballotBoxContract(world: () => BallotBoxWorld): void {
	async function anOpenPoll({ allowsBallotChange = false, electors = 1 } = {}) {
		const poll = await world().makePoll({ state: "OPEN", allowsBallotChange, electors });
		return { ...poll, voter: poll.electors[0] as string };
	}

	test("[V4] counts an elector's ballot and gives it back as it lies in the box", async () => {
		const { pollId, voter: personId } = await anOpenPoll();
		const ballot = aBallot({ pollId, personId, choice: "ABSTAIN" });
		expect(await world().box.cast(ballot)).toEqual({ kind: "counted", ballot });
		expect(await world().ballotsIn(pollId)).toEqual([ballot]);
	});

	test("[V20] keeps an answer of any method as it was given", async () => {
		const { pollId, voter: personId } = await anOpenPoll();
		const marks = [
			{ option: "A", value: 5 },
			{ option: "C", value: 1 },
		];
		const ballot = aBallot({ pollId, personId, answer: { marks, reason: 'It harms "us", {all}.' } });
		expect(await world().box.cast(ballot)).toEqual({ kind: "counted", ballot });
		expect(await world().ballotsIn(pollId)).toEqual([ballot]);
	});

	test.each([
		["PREPARED", "poll-not-open"],
		["CLOSED", "poll-closed"],
		["PUBLISHED", "poll-closed"],
	] as const)("[V8] refuses a ballot to a poll that is %s: %s", async (state, code) => {
		const { pollId, electors } = await world().makePoll({ state, allowsBallotChange: true, electors: 1 });
		const ballot = aBallot({ pollId, personId: electors[0] as string });
		expect(await world().box.cast(ballot)).toEqual({ kind: "refused", code });
		expect(await world().ballotsIn(pollId)).toEqual([]);
	});

	test("[V4] refuses the ballot of somebody who is no elector", async () => {
		const { pollId } = await anOpenPoll();
		const stranger = aBallot({ pollId, personId: randomUUID() });
		expect(await world().box.cast(stranger)).toEqual({ kind: "refused", code: "not-an-elector" });
	});

	test("[V29] takes the ballot of who is represented from the proxy alone, beside the proxy's own", async () => {
		const made = await world().makePoll({
			state: "OPEN",
			allowsBallotChange: false,
			electors: 2,
			isRepresented: true,
		});
		const [proxyId = "", principalId = ""] = made.electors;
		const ballot = aBallot({ pollId: made.pollId, personId: principalId });
		const refused = { kind: "refused", code: "not-an-elector" };
		expect(await world().box.cast(ballot)).toEqual(refused);
		expect(await world().box.cast(ballot, randomUUID())).toEqual(refused);
		const own = aBallot({ pollId: made.pollId, personId: proxyId });
		const both = [world().box.cast(ballot, proxyId), world().box.cast(own)];
		expect(await Promise.all(both)).toEqual([ballot, own].map((one) => ({ kind: "counted", ballot: one })));
		const another = aBallot({ pollId: made.pollId, personId: proxyId });
		expect(await world().otherBox.cast(another, principalId)).toEqual(refused);
		expect(await world().ballotsIn(made.pollId)).toHaveLength(2);
	});

	test("refuses a ballot to a poll that does not exist", async () => {
		const ballot = aBallot({ pollId: randomUUID(), personId: randomUUID() });
		expect(await world().box.cast(ballot)).toEqual({ kind: "refused", code: "not-found" });
	});

	test("[V5] refuses a second ballot and keeps the first", async () => {
		const { pollId, voter: personId } = await anOpenPoll();
		const first = aBallot({ pollId, personId });
		await world().box.cast(first);
		const second = aBallot({ pollId, personId, choice: "NO" });
		expect(await world().otherBox.cast(second)).toEqual({ kind: "refused", code: "already-voted" });
		expect(await world().ballotsIn(pollId)).toEqual([first]);
	});

	test("[V6] changes the ballot where the poll allows it; the last one counts", async () => {
		const { pollId, voter: personId } = await anOpenPoll({ allowsBallotChange: true });
		await world().box.cast(aBallot({ pollId, personId }));
		const at = new Date(castAt.getTime() + 60_000);
		const second = aBallot({ pollId, personId, choice: "NO", castAt: at });
		const ballot = { ...second, castAt, changedAt: at };
		expect(await world().otherBox.cast(second)).toEqual({ kind: "changed", ballot });
		expect(await world().ballotsIn(pollId)).toEqual([ballot]);
	});

	test("[V7] gives the same answer to the same key, whatever is in the repeated ballot", async () => {
		const { pollId, voter: personId } = await anOpenPoll({ allowsBallotChange: true });
		const first = aBallot({ pollId, personId });
		await world().box.cast(first);
		const { idempotencyKey } = first;
		const repeated = aBallot({ pollId, personId, idempotencyKey, choice: "NO" });
		expect(await world().otherBox.cast(repeated)).toEqual({ kind: "repeated", ballot: first });
		expect(await world().ballotsIn(pollId)).toEqual([first]);
	});

	test("[V7] gives the same answer to the same key after the poll was closed", async () => {
		const { pollId, voter: personId } = await anOpenPoll();
		const first = aBallot({ pollId, personId });
		await world().box.cast(first);
		await world().moveTo(pollId, "CLOSED");
		const repeated = { ...first, receipt: randomUUID() };
		expect(await world().box.cast(repeated)).toEqual({ kind: "repeated", ballot: first });
		const late = aBallot({ pollId, personId });
		expect(await world().box.cast(late)).toEqual({ kind: "refused", code: "poll-closed" });
	});

	test("[V5] counts one of fifty ballots that one voter casts at once through two boxes", async () => {
		const { pollId, voter: personId } = await anOpenPoll();
		const outcomes = await castAll(many(50, () => aBallot({ pollId, personId })));
		expect(countKinds(outcomes)).toEqual({ counted: 1, "already-voted": 49 });
		expect(await world().ballotsIn(pollId)).toHaveLength(1);
	});

	test("[V7] counts one of fifty repetitions of one ballot through two boxes, and says so to all", async () => {
		const { pollId, voter: personId } = await anOpenPoll();
		const idempotencyKey = randomUUID();
		const outcomes = await castAll(many(50, () => aBallot({ pollId, personId, idempotencyKey })));
		expect(countKinds(outcomes)).toEqual({ counted: 1, repeated: 49 });
		const receipts = outcomes.map((outcome) => outcome.kind !== "refused" && outcome.ballot.receipt);
		expect(new Set(receipts).size).toBe(1);
	});

	test("[V6] of fifty changes at once each is counted or changed, and the box holds one of them", async () => {
		const { pollId, voter: personId } = await anOpenPoll({ allowsBallotChange: true });
		const ballots = many(50, () => aBallot({ pollId, personId }));
		expect(countKinds(await castAll(ballots))).toEqual({ counted: 1, changed: 49 });
		const [kept, ...others] = await world().ballotsIn(pollId);
		expect(others).toEqual([]);
		expect(ballots.map(({ receipt }) => receipt)).toContain(kept?.receipt);
	});

	test("counts everybody's ballots that arrive at once", async () => {
		const { pollId, electors } = await anOpenPoll({ electors: 120 });
		const ballots = electors.map((personId, place) =>
			aBallot({ pollId, personId, choice: place % 3 ? "YES" : "NO" }),
		);
		expect(countKinds(await castAll(ballots))).toEqual({ counted: 120 });
		const answers = (await world().ballotsIn(pollId)).map(({ answer }) => answer.marks[0]?.option);
		expect(answers.filter((option) => option === "NO")).toHaveLength(40);
	});

	test("[V8] of ballots racing with the closing, exactly the acknowledged ones are in the box", async () => {
		const { pollId, electors } = await anOpenPoll({ electors: 60 });
		const acknowledged: string[] = [];
		const voting = electors.map(async (personId, place) => {
			await turns(place % 7);
			const ballot = aBallot({ pollId, personId });
			const outcome = await (place % 2 ? world().box : world().otherBox).cast(ballot);
			if (outcome.kind === "counted") acknowledged.push(personId);
			else expect(outcome).toEqual({ kind: "refused", code: "poll-closed" });
		});
		await Promise.all([...voting, turns(3).then(() => world().moveTo(pollId, "CLOSED"))]);
		const inBox = (await world().ballotsIn(pollId)).map(({ personId }) => personId);
		expect(inBox.sort()).toEqual(acknowledged.sort());
	});

	function castAll(ballots: readonly Ballot[]) {
		const { box, otherBox } = world();
		return Promise.all(ballots.map((ballot, place) => (place % 2 ? box : otherBox).cast(ballot)));
	}
}

type Outcome = Awaited<ReturnType<BallotBox["cast"]>>;

function countKinds(outcomes: readonly Outcome[]): Record<string, number> {
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
