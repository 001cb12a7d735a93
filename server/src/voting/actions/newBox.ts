import { randomUUID } from "node:crypto";
import { isBoxKey, isUuid, type RefusalCode, refusalOfTrustees, type Secrecy } from "@crossroads/shared";
import { BoxHolder, type NewPollBox, type TrusteeShare } from "../domain/secret/pollBox.ts";
import type { VotingPorts } from "../ports.ts";

/** How secret a poll is to be, and who is to hold its key. */
export interface NewBoxWish {
	readonly secrecy: Secrecy;
	/** Null: named, or the server holds the key. */
	readonly box: SharedKeyWish | null;
	/** What a secret poll cannot have: ballots cannot be told apart, so none can be changed, and each voter has one. */
	readonly rule: { readonly allowsBallotChange: boolean };
	readonly proxyCap: number;
}

/** A key that was made, and split among trustees, in a browser [T2]. */
export interface SharedKeyWish {
	/** The poll's id: shares are sealed together with it. A fresh uuid. */
	readonly pollId: string;
	readonly publicKey: string;
	readonly trustees: readonly TrusteeShare[];
	readonly needed: number;
}

/** The new poll's id and box, or why there can be none. */
type NewBox =
	| { readonly refusal: null; readonly pollId: string; readonly box: NewPollBox | null }
	| { readonly refusal: RefusalCode };

/** A sealed share: 33 bytes with ids of poll and trustee and the key, as JSON, sealed. */
const LONGEST_SHARE = 1_000;

/** [V42] [V43] The box of a poll that is prepared: with a key shared by trustees, or one that the server makes and locks. */
export async function newBoxOf(ports: VotingPorts, wish: NewBoxWish, networkId: string): Promise<NewBox> {
	if (wish.secrecy === "NAMED")
		return wish.box ? { refusal: "invalid-input" } : { refusal: null, pollId: randomUUID(), box: null };
	if (wish.rule.allowsBallotChange || wish.proxyCap > 0) return { refusal: "invalid-input" };
	return wish.box ? sharedBox(ports, wish.box, networkId) : serverBox(ports);
}

async function serverBox({ sodium: load, vault }: VotingPorts): Promise<NewBox> {
	const sodium = await load();
	const pollId = randomUUID();
	const { publicKey, privateKey } = sodium.crypto_box_keypair();
	const box = {
		holder: BoxHolder.SERVER,
		publicKey: sodium.to_base64(publicKey),
		needed: 0,
		trustees: [],
		privateKey: vault.lock(keyPurpose(pollId), privateKey),
	};
	sodium.memzero(privateKey);
	return { refusal: null, pollId, box };
}

/** What the private half of a poll's key is locked for. */
export function keyPurpose(pollId: string): string {
	return `key ${pollId}`;
}

async function sharedBox(ports: VotingPorts, wish: SharedKeyWish, networkId: string): Promise<NewBox> {
	const { publicKey, trustees, needed } = wish;
	const sodium = await ports.sodium();
	const isWhole = isUuid(wish.pollId) && isBoxKey(sodium, publicKey) && trustees.every(isShare);
	if (!isWhole) return { refusal: "invalid-input" };
	const refusal = refusalOfTrustees(trustees, needed);
	if (refusal) return { refusal };
	const known = new Map(
		(await ports.trustees.candidates(networkId)).map((candidate) => [candidate.personId, candidate]),
	);
	const areKnown = trustees.every((trustee) => known.get(trustee.personId)?.publicKey === trustee.publicKey);
	if (!areKnown) return { refusal: "trustee-key-unknown" };
	const box = { holder: BoxHolder.TRUSTEES, publicKey, needed, trustees, privateKey: null };
	return { refusal: null, pollId: wish.pollId.toLowerCase(), box };
}

function isShare({ sealedShare, commitment }: TrusteeShare): boolean {
	return isSealedShare(sealedShare) && /^[\w-]{43}$/.test(commitment);
}

/** Whether the text can be a share that was sealed for somebody. The server cannot look into it. */
export function isSealedShare(text: string): boolean {
	return text.length <= LONGEST_SHARE && /^[\w-]+$/.test(text);
}
