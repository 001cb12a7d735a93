import { randomBytes, randomUUID } from "node:crypto";
import {
	type BallotAnswer,
	type BallotSeal,
	canonicalJson,
	newPlaintext,
	type Sodium,
	sealPlaintext,
	textBytesOf,
} from "@crossroads/shared";
import type { SharedKeyWish } from "../actions/newBox.ts";
import { loadSodium } from "../sealing/loadSodium.ts";
import { anAnswer } from "./ballots.ts";
import type { VotingWorld } from "./votingWorld.ts";

/** What ballots of this secret poll are sealed for. */
export async function sealOf({ room }: Pick<VotingWorld, "room">, pollId: string): Promise<BallotSeal> {
	const [poll, box, sodium] = [
		await room.reads.poll(pollId),
		await room.trustees.box(pollId),
		await loadSodium(),
	];
	if (!poll || !box) throw new Error("no secret poll");
	return { pollId, publicKey: sodium.from_base64(box.publicKey), textBytes: textBytesOf(poll.settings) };
}

/** An answer as a voter's browser seals it, in base64. */
export function sealedText(sodium: Sodium, seal: BallotSeal, answer: BallotAnswer): string {
	const plaintext = newPlaintext(sodium, seal, canonicalJson(answer));
	if (!plaintext) throw new Error("the answer is too long");
	return sodium.to_base64(sealPlaintext(sodium, seal, plaintext));
}

/** Casts each person's choice, sealed; gives the sealed ballots in the order of the voters. */
export async function castSealed(
	world: VotingWorld,
	pollId: string,
	choices: ReadonlyMap<string, string>,
): Promise<string[]> {
	const [sodium, seal] = [await loadSodium(), await sealOf(world, pollId)];
	return Promise.all(
		[...choices].map(async ([personId, choice]) => {
			const sealed = sealedText(sodium, seal, anAnswer(choice));
			const { refusal } = await world.room.castSealedBallot(world.delegate(personId), { pollId, sealed });
			if (refusal) throw new Error(`refused: ${refusal}`);
			return sealed;
		}),
	);
}

/**
 * The wish for a box of which these persons hold the key, k of n; their own keys are set. The shares are made up, for the
 * server cannot look into them; the private half is given beside, as k trustees would rebuild it.
 */
export async function sharedKeyWish(world: VotingWorld, persons: readonly string[], needed: number) {
	const sodium = await loadSodium();
	const keys = sodium.crypto_box_keypair();
	const trustees = await Promise.all(
		persons.map(async (personId) => {
			const publicKey = sodium.to_base64(sodium.crypto_box_keypair().publicKey);
			await world.room.setTrusteeKey(world.delegate(personId), publicKey);
			return { personId, publicKey, sealedShare: madeUp(81), commitment: madeUp(32) };
		}),
	);
	const wish: SharedKeyWish = {
		pollId: randomUUID(),
		publicKey: sodium.to_base64(keys.publicKey),
		trustees,
		needed,
	};
	return { keys, wish };
}

function madeUp(bytes: number): string {
	return randomBytes(bytes).toString("base64url");
}
