import { areSameBytes, orNull, readBase64 } from "./bytes.ts";
import type { FaultyBallot, OpenedBox } from "./openBox.ts";
import type { Sodium } from "./Sodium.ts";
import {
	type BallotSeal,
	plaintextBytes,
	sealedBytes,
	sealNonce,
	sealPlaintext,
	textIn,
} from "./sealBallot.ts";
import { boxKeyOf, edwardsOf, isSharedPoint, type SharedPoint } from "./sharedPoint.ts";

/** Why what was handed in is not taken. */
export type OpenedBoxRefusal =
	/** A plaintext seals to no ballot of the box, or to one that is accounted for already. */
	| "plaintext-of-no-ballot"
	/** A ballot is called faulty that is not in the box, or is accounted for already. */
	| "faulty-ballot-not-in-box"
	/** What should show a ballot's fault shows nothing. */
	| "fault-not-shown"
	/** A ballot is called faulty and is sound. */
	| "ballot-is-sound"
	/** Ballots of the box are not accounted for. */
	| "ballots-missing";

/** What is in the box, as the server may keep and publish it. */
export interface BoxContent {
	/** The canonical texts of the valid answers, in code-unit order. */
	readonly texts: readonly string[];
	/** The ballots that count for nothing, base64, sorted: faulty ones, and those whose text is no answer to the poll. */
	readonly invalid: readonly string[];
}

/** What the check depends on besides the box. */
export interface OpenedBoxCheck {
	readonly seal: BallotSeal;
	/** Whether this text is the canonical text of a valid answer to the poll. */
	readonly isAnswer: (text: string) => boolean;
	/** Waited for after every 64 ballots (about 10 ms of work), so that a server can do other things meanwhile. */
	readonly breathe: () => Promise<void>;
}

/**
 * [S5] Checks what was handed in against the box: every ballot accounted for once, and rightly. Whoever hands in, there
 * is one content for one box. Needs no private key, and keeps nothing of the seeds.
 */
export async function checkOpenedBox(
	sodium: Sodium,
	check: OpenedBoxCheck,
	box: readonly Uint8Array[],
	opened: OpenedBox,
): Promise<BoxContent | { readonly refusal: OpenedBoxRefusal }> {
	const account: Account = {
		left: new Set(box.map((ballot) => sodium.to_base64(ballot))),
		texts: [],
		invalid: [],
	};
	const steps = [
		...opened.plaintexts.map((plaintext) => () => takePlaintext(sodium, check, account, plaintext)),
		...opened.faulty.map((ballot) => () => takeFaulty(sodium, check, account, ballot)),
	];
	for (const [place, step] of steps.entries()) {
		if (place % 64 === 63) await check.breathe();
		const refusal = step();
		if (refusal) return { refusal };
	}
	if (account.left.size > 0) return { refusal: "ballots-missing" };
	return { texts: account.texts.sort(), invalid: account.invalid.sort() };
}

/** The ballots of the box that are not accounted for yet, and what the others were. */
interface Account {
	readonly left: Set<string>;
	readonly texts: string[];
	readonly invalid: string[];
}

function takePlaintext(
	sodium: Sodium,
	{ seal, isAnswer }: OpenedBoxCheck,
	{ left, texts, invalid }: Account,
	handedIn: string,
): OpenedBoxRefusal | null {
	const plaintext = readBase64(sodium, handedIn, plaintextBytes(seal));
	const sealed = plaintext && sodium.to_base64(sealPlaintext(sodium, seal, plaintext));
	if (!sealed || !left.delete(sealed)) return "plaintext-of-no-ballot";
	const text = textIn(sodium, seal, plaintext);
	if (text !== null && isAnswer(text)) texts.push(text);
	else invalid.push(sealed);
	return null;
}

/** [S6] */
function takeFaulty(
	sodium: Sodium,
	{ seal }: OpenedBoxCheck,
	{ left, invalid }: Account,
	ballot: FaultyBallot,
): OpenedBoxRefusal | null {
	const sealed = readBase64(sodium, ballot.sealed, sealedBytes(seal));
	if (!sealed || !left.delete(ballot.sealed)) return "faulty-ballot-not-in-box";
	invalid.push(ballot.sealed);
	const ephemeral = edwardsOf(sodium, sealed.subarray(0, 32));
	if (!ephemeral) return null;
	const shown = readShown(sodium, ballot.shown);
	if (!shown || !isSharedPoint(sodium, seal.publicKey, ephemeral, shown)) return "fault-not-shown";
	const nonce = sealNonce(sodium, sealed.subarray(0, 32), seal.publicKey);
	const key = boxKeyOf(sodium, shown);
	const plaintext = orNull(() => sodium.crypto_box_open_easy_afternm(sealed.subarray(32), nonce, key));
	const isSound = plaintext && areSameBytes(sealPlaintext(sodium, seal, plaintext), sealed);
	return isSound ? "ballot-is-sound" : null;
}

function readShown(sodium: Sodium, shown: FaultyBallot["shown"]): SharedPoint | null {
	const point = readBase64(sodium, shown?.point, 32);
	const challenge = readBase64(sodium, shown?.challenge, 32);
	const response = readBase64(sodium, shown?.response, 32);
	return point && challenge && response ? { point, challenge, response } : null;
}
