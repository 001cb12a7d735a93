import { insist } from "../house/insist.ts";
import type { TrialHouse } from "../house/TrialHouse.ts";
import type { VoterRecord } from "./Attempt.ts";
import type { ShownTally, StoredBallot } from "./checkPoll.ts";

interface Moved {
	readonly poll: { readonly id: string; readonly state: string } | null;
	readonly refusal: { readonly code: string } | null;
}

const CREATE = `mutation ($input: CreatePollInput!) { answer: createPoll(input: $input) { poll { id state } refusal { code } } }`;
const MOVE = (field: string) =>
	`mutation ($id: ID!) { answer: ${field}(pollId: $id) { poll { id state } refusal { code } } }`;
const TALLY = "query ($id: ID!) { poll(id: $id) { state tally { cast total { choice count } } } }";

/** The facilitator asks until there is an answer. */
function ask<T>(
	{ ports, plenary }: TrialHouse,
	query: string,
	variables: Record<string, unknown>,
): Promise<T> {
	return insist(ports, plenary.facilitator.cookie, (line) => line.request<T>(query, variables));
}

/** What kind of poll a cycle is. A secret one has no ballots that change. */
export interface PollKind {
	readonly allowsBallotChange: boolean;
	readonly isSecret: boolean;
}

/** A poll of the plenary that is open. */
export async function openPoll(
	house: TrialHouse,
	question: string,
	{ allowsBallotChange, isSecret }: PollKind,
): Promise<string> {
	const secrecy = isSecret ? "SECRET" : "NAMED";
	const sessionId = house.plenary.session.id;
	const input = { sessionId, question, allowsBallotChange, secrecy, isPublic: true };
	const { answer } = await ask<{ answer: Moved }>(house, CREATE, { input });
	if (!answer.poll) throw new Error(`no poll: ${JSON.stringify(answer.refusal)}`);
	await move(house, "openPoll", answer.poll.id, "POLL_ALREADY_OPENED");
	return answer.poll.id;
}

/** Closes it; an answer that got lost is asked for again. */
export function closePoll(house: TrialHouse, pollId: string): Promise<void> {
	return move(house, "closePoll", pollId, "POLL_NOT_OPEN");
}

/** Publishes it: its board can be downloaded then. */
export function publishPoll(house: TrialHouse, pollId: string): Promise<void> {
	return move(house, "publishPoll", pollId, "STATE_DOES_NOT_ALLOW");
}

/** `done`: what is answered where it was done before. */
async function move(house: TrialHouse, field: string, id: string, done: string): Promise<void> {
	const { answer } = await ask<{ answer: Moved }>(house, MOVE(field), { id });
	if (answer.refusal && answer.refusal.code !== done && answer.refusal.code !== "POLL_CLOSED")
		throw new Error(`${field}: ${answer.refusal.code}`);
}

/** Whether it was done is what each server says of the poll now. */
export async function talliesShown(
	house: TrialHouse,
	pollId: string,
): Promise<(ShownTally & { state: string })[]> {
	return Promise.all(
		house.ports.map(async (port, place) => {
			const { poll } = await insist([port], house.plenary.facilitator.cookie, (line) =>
				line.request<{ poll: { state: string; tally: Omit<ShownTally, "where"> } }>(TALLY, { id: pollId }),
			);
			return { ...poll.tally, state: poll.state, where: `server ${place + 1}` };
		}),
	);
}

/** What lies in the box, read from the table itself. */
export function ballotsIn(house: TrialHouse, pollId: string): Promise<StoredBallot[]> {
	return house.sql(async (sql) => {
		const { rows } = await sql.query<StoredBallot>(
			`select person_id as "personId", answer -> 'marks' -> 0 ->> 'option' as choice, receipt, idempotency_key as key from ballot where poll_id = $1`,
			[pollId],
		);
		return rows;
	});
}

/** How long a sealed ballot of a secret poll is, in bytes: the text, and what sealing adds. */
export async function sealedBytesOf(house: TrialHouse, pollId: string): Promise<number> {
	const { poll } = await ask<{ poll: { box: { textBytes: number } } }>(
		house,
		"query ($id: ID!) { poll(id: $id) { box { textBytes } } }",
		{ id: pollId },
	);
	return 32 + 32 + 16 + poll.box.textBytes;
}

/** What lies in a secret poll's box once it is closed. Whose a ballot is, only the voters know: they are asked. */
export async function sealedBallotsIn(
	house: TrialHouse,
	pollId: string,
	records: readonly VoterRecord[],
): Promise<StoredBallot[]> {
	const boxes = await house.sql(async (sql) => {
		const { rows } = await sql.query<{ sealed: Buffer[] }>(
			"select sealed from sealed_box where poll_id = $1",
			[pollId],
		);
		return rows;
	});
	return boxes
		.flatMap(({ sealed }) => sealed)
		.map((ballot) => storedOf(ballot.toString("base64url"), records));
}

function storedOf(key: string, records: readonly VoterRecord[]): StoredBallot {
	for (const { personId, attempts } of records) {
		const attempt = attempts.find((each) => each.key === key);
		const answer = attempt?.answer;
		const receipt = answer && "receipt" in answer ? answer.receipt : "";
		if (attempt) return { personId, choice: attempt.choice, receipt, key };
	}
	return { personId: "nobody", choice: "", receipt: "", key };
}
