import { areSameBytes, orNull } from "./bytes.ts";
import type { BoxKeys, Sodium } from "./Sodium.ts";
import { type BallotSeal, sealPlaintext } from "./sealBallot.ts";
import { edwardsOf, showSharedPoint } from "./sharedPoint.ts";

/** A ballot that nobody sealed as [S2] says, with what shows it. All in base64, URL-safe without padding. */
export interface FaultyBallot {
	readonly sealed: string;
	/** Null: the ballot's ephemeral key is none, which everybody sees. */
	readonly shown: { readonly point: string; readonly challenge: string; readonly response: string } | null;
}

/** [S4] What the trustee who opened the box hands in: nothing in it tells the order of the box or a voter. */
export interface OpenedBox {
	/** The plaintexts of the ballots, base64, by their random seeds: a shuffled order. */
	readonly plaintexts: readonly string[];
	readonly faulty: readonly FaultyBallot[];
}

/**
 * [S4] Opens a box with the poll's key. Every ballot is accounted for: by its plaintext if that seals to the same bytes
 * again, else as faulty. Never throws, whatever voters put in. `sealed` are the box's ballots, each of the poll's length.
 */
export function openBox(
	sodium: Sodium,
	seal: BallotSeal,
	keys: BoxKeys,
	sealed: readonly Uint8Array[],
): OpenedBox {
	const plaintexts: string[] = [];
	const faulty: FaultyBallot[] = [];
	for (const ballot of sealed) {
		const plaintext = orNull(() => sodium.crypto_box_seal_open(ballot, keys.publicKey, keys.privateKey));
		const isSound = plaintext && areSameBytes(sealPlaintext(sodium, seal, plaintext), ballot);
		if (isSound) plaintexts.push(sodium.to_base64(plaintext));
		else faulty.push(showFault(sodium, keys, ballot));
	}
	return { plaintexts: plaintexts.sort(), faulty };
}

function showFault(sodium: Sodium, keys: BoxKeys, ballot: Uint8Array): FaultyBallot {
	const sealed = sodium.to_base64(ballot);
	const ephemeral = edwardsOf(sodium, ballot.subarray(0, 32));
	if (!ephemeral) return { sealed, shown: null };
	const { point, challenge, response } = showSharedPoint(sodium, keys, ephemeral);
	const shown = {
		point: sodium.to_base64(point),
		challenge: sodium.to_base64(challenge),
		response: sodium.to_base64(response),
	};
	return { sealed, shown };
}
