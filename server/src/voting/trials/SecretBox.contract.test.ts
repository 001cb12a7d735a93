import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { recordsIn } from "../domain/secret/sealedRecords.ts";
import { BallotVault } from "../sealing/BallotVault.ts";
import { PgSecretBox } from "../store/secret/PgSecretBox.ts";
import { SEALED_PARTS, type SealedPartRow, sealedRecordsOf, unlockBox } from "../store/secret/sealedParts.ts";
import { type MemorySecretPoll, memorySecretBox } from "../testing/memorySecretBox.ts";
import { type RecordedPlace, recordPlace, recordSecretPoll } from "../testing/pollRecords.ts";
import { aSealed, type SecretBoxWorld, secretBoxContract } from "../testing/secretBoxContract.ts";

describe("the box of secret polls in memory", () => {
	const polls = new Map<string, MemorySecretPoll>();
	const world: SecretBoxWorld = {
		box: memorySecretBox(polls),
		otherBox: memorySecretBox(polls),
		async makePoll({ state, electors: count }) {
			const pollId = randomUUID();
			const electors = Array.from({ length: count }, () => randomUUID() as string);
			polls.set(pollId, { state, electors: new Set(electors), voted: new Set(), box: new Set() });
			return { pollId, electors };
		},
		async moveTo(pollId, state) {
			const poll = polls.get(pollId);
			if (poll) poll.state = state;
		},
		async contentOf(pollId) {
			const poll = polls.get(pollId);
			return { ballots: [...(poll?.box ?? [])], voted: [...(poll?.voted ?? [])] };
		},
	};
	secretBoxContract(() => world);
});

describeWithDatabase("the box of secret polls in PostgreSQL", [], (database) => {
	let place: RecordedPlace;
	let world: SecretBoxWorld;
	const vault = new BallotVault(randomBytes(32));
	const ballotBytes = aSealed().length;
	beforeAll(async () => {
		place = await recordPlace(database());
		world = {
			box: new PgSecretBox(database(), vault),
			otherBox: new PgSecretBox(database(), vault),
			makePoll: (poll) => recordSecretPoll(database(), place, poll),
			moveTo: (pollId, state) =>
				database().transaction(async (tx) => {
					await tx.query("update poll set state = $2, version = version + 1 where id = $1", [pollId, state]);
					if (state === "CLOSED") await unlockBox(tx, pollId, vault, ballotBytes);
				}),
			async contentOf(pollId) {
				const parts = await database().query<SealedPartRow>(SEALED_PARTS, [[pollId]]);
				const voters = await database().query<{ id: string }>(
					"select person_id as id from secret_voter where poll_id = $1",
					[pollId],
				);
				const ballots = parts.flatMap((part) => recordsIn(sealedRecordsOf(part, vault), ballotBytes));
				return {
					ballots: ballots.map((ballot) => ballot.toString("hex")),
					voted: voters.map(({ id }) => id),
				};
			},
		};
	});
	secretBoxContract(() => world);
});
