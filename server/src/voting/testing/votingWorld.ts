import { randomUUID } from "node:crypto";
import type { OptionKey } from "@crossroads/shared";
import type { Database } from "../../database/index.ts";
import type { Viewer } from "../../people/index.ts";
import { aRole } from "../../people/testing/builders.ts";
import { programmeInTransaction } from "../../programme/index.ts";
import { createRecommendationsRoom } from "../../recommendations/index.ts";
import { type CreatePollWish, createVotingRoom } from "../index.ts";
import { anAnswer } from "./ballots.ts";
import { type RecordedPlace, recordPlace } from "./pollRecords.ts";

/** A voting room in a recorded place, with everything it announces written down. */
export interface VotingWorld {
	readonly room: ReturnType<typeof createVotingRoom>;
	readonly place: RecordedPlace;
	readonly announced: string[];
	readonly time: { now: Date };
	/** The session's facilitator. */
	readonly facilitator: Viewer;
	/** A delegate of the event. */
	delegate(personId: string): Viewer;
	/** A poll's wish with the usual rule. */
	wish(changes?: Partial<CreatePollWish>): CreatePollWish;
	/** Prepares a poll; gives its id. */
	prepare(changes?: Partial<CreatePollWish>): Promise<string>;
	/** Prepares and opens a poll; gives its id. */
	open(changes?: Partial<CreatePollWish>): Promise<string>;
	cast(personId: string, pollId: string, choice?: OptionKey): ReturnType<VotingWorld["room"]["castBallot"]>;
}

/** The seed of the server's key in tests. */
const BOARD_KEY = new Uint8Array(32).fill(7);

/** A world of its own: a new network in the database. */
export async function aVotingWorld(database: Database): Promise<VotingWorld> {
	const place = await recordPlace(database);
	const announced: string[] = [];
	const time = { now: new Date("2026-11-23T10:00:00Z") };
	const clock = () => time.now;
	const announce = (topic: string) => void announced.push(topic);
	const session = programmeInTransaction();
	const recommendations = createRecommendationsRoom({
		database,
		clock,
		announce,
		drafts: {} as never,
		agenda: { ...session, shelf: {} as never },
	});
	const { decideRecommendation } = recommendations;
	const room = createVotingRoom({
		database,
		ballotKey: new Uint8Array(32),
		clock,
		announce,
		session,
		decideRecommendation,
		boardKey: BOARD_KEY,
	});
	const { networkId, eventId, sessionId } = place;
	const facilitator: Viewer = {
		personId: place.facilitatorId,
		signInId: randomUUID(),
		roles: [aRole("FACILITATOR", { networkId, eventId, sessionId })],
	};
	const wish: VotingWorld["wish"] = (changes) => ({
		sessionId,
		agendaItemId: null,
		recommendationVersionId: null,
		question: "Do we adopt it?",
		method: "YES_NO_ABSTAIN",
		options: [],
		limits: {},
		isPublic: true,
		proxyCap: 0,
		secrecy: "NAMED",
		box: null,
		rule: {
			quorum: { numerator: 1, denominator: 2 },
			needsMajorityOfCities: false,
			allowsBallotChange: false,
		},
		...changes,
	});
	const prepare: VotingWorld["prepare"] = async (changes) =>
		idOf(await room.createPoll(facilitator, wish(changes)));
	const delegate = (personId: string): Viewer => ({
		personId,
		signInId: randomUUID(),
		roles: [aRole("DELEGATE", { networkId, eventId, partnerId: place.partnerIds[0] ?? null })],
	});
	return {
		room,
		place,
		announced,
		time,
		facilitator,
		wish,
		prepare,
		delegate,
		open: async (changes) => idOf(await room.openPoll(facilitator, await prepare(changes))),
		cast: (personId, pollId, choice = "YES") =>
			room.castBallot(delegate(personId), {
				pollId,
				answer: anAnswer(choice),
				idempotencyKey: randomUUID(),
			}),
	};
}

function idOf(answer: { pollId: string; refusal: null } | { refusal: string }): string {
	if (answer.refusal !== null) throw new Error(`refused: ${answer.refusal}`);
	return answer.pollId;
}
