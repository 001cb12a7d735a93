import {
	type BallotSeal,
	checkOpenedBox,
	type FaultyBallot,
	isAnswerText,
	type OpenedBox,
	openBox as openSealed,
	plaintextBytes,
	type Sodium,
	textBytesOf,
} from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import type { OpenedPart, PollBox } from "../domain/secret/pollBox.ts";
import type { BoxPart, PlacedPoll, VotingPorts } from "../ports.ts";
import { keyPurpose } from "./newBox.ts";
import type { PollAnswer } from "./PollAnswer.ts";
import { saveOpening } from "./saveOpening.ts";
import { boxForTrustee, refusalToOpenBox } from "./trustees.ts";

/** What a trustee hands in who has opened the box. */
export interface OpenBoxWish {
	readonly pollId: string;
	readonly parts: readonly {
		/** The part's name. */
		readonly key: string;
		/** The plaintexts of its ballots, by their random seeds, one after the other in one base64 text. */
		readonly plaintexts: string;
		readonly faulty: readonly FaultyBallot[];
	}[];
}

/** A server has other things to do, too. */
const breathe = () => new Promise<void>((turn) => setImmediate(turn));

/** Ballots that the server opens in one turn: some 10 ms. */
const IN_ONE_TURN = 64;

/** [V44] Takes from a trustee what was in the box of a closed poll, if it accounts for every ballot [S5], and decides the poll. */
export async function openBox(ports: VotingPorts, viewer: Viewer, wish: OpenBoxWish): Promise<PollAnswer> {
	const found = await boxForTrustee(ports, viewer, wish.pollId);
	if (found.refusal !== null) return { refusal: found.refusal };
	const { poll, box } = found;
	const refusal = refusalToOpenBox(poll);
	if (refusal) return { refusal };
	const sodium = await ports.sodium();
	const seal = sealOf(sodium, poll, box);
	const contents = await ports.boxes.contents(poll.id);
	const handedIn = new Map(wish.parts.map((part) => [part.key, openedBoxOf(sodium, seal, part)]));
	if (handedIn.size !== contents.length || wish.parts.length !== contents.length)
		return { refusal: "box-opened-wrongly" };
	const opened: OpenedPart[] = [];
	for (const part of contents) {
		const checked = await checkedPart(sodium, poll, seal, part, handedIn.get(part.part) ?? null);
		if (!checked) return { refusal: "box-opened-wrongly" };
		opened.push(checked);
	}
	return saveOpening(ports, poll.id, opened);
}

/**
 * [V44] Opens the box of a closed poll whose key the server holds, and forgets the key. By the same check as trustees.
 * Gives why not where trustees hold it, or where it was opened.
 */
export async function openHeldBox(ports: VotingPorts, pollId: string): Promise<PollAnswer> {
	const [poll, box] = await Promise.all([ports.reads.poll(pollId), ports.trustees.box(pollId)]);
	const held = await ports.boxes.heldKey(pollId);
	if (!poll || !box || !held) return { refusal: box?.isOpened ? "box-already-opened" : "box-not-opened" };
	const sodium = await ports.sodium();
	const seal = sealOf(sodium, poll, box);
	const privateKey = ports.vault.unlock(keyPurpose(poll.id), held);
	const opened: OpenedPart[] = [];
	for (const part of await ports.boxes.contents(poll.id)) {
		const handedIn = await openInTurns(sodium, seal, privateKey, part.sealed);
		const checked = await checkedPart(sodium, poll, seal, part, handedIn);
		if (!checked) throw new Error("The server did not open its own box rightly.");
		opened.push(checked);
	}
	sodium.memzero(privateKey);
	return saveOpening(ports, poll.id, opened);
}

function sealOf(sodium: Sodium, { id, settings }: PlacedPoll, { publicKey }: PollBox): BallotSeal {
	return { pollId: id, publicKey: sodium.from_base64(publicKey), textBytes: textBytesOf(settings) };
}

async function openInTurns(
	sodium: Sodium,
	seal: BallotSeal,
	privateKey: Uint8Array,
	sealed: readonly Buffer[],
): Promise<OpenedBox> {
	const keys = { publicKey: seal.publicKey, privateKey };
	const plaintexts: string[] = [];
	const faulty: FaultyBallot[] = [];
	for (let place = 0; place < sealed.length; place += IN_ONE_TURN) {
		const opened = openSealed(sodium, seal, keys, sealed.slice(place, place + IN_ONE_TURN));
		plaintexts.push(...opened.plaintexts);
		faulty.push(...opened.faulty);
		await breathe();
	}
	return { plaintexts: plaintexts.sort(), faulty };
}

/** Null: it does not account for every ballot of the part, each once and rightly. */
async function checkedPart(
	sodium: Sodium,
	{ settings }: PlacedPoll,
	seal: BallotSeal,
	part: BoxPart,
	handedIn: OpenedBox | null,
): Promise<OpenedPart | null> {
	if (!handedIn) return null;
	const check = { seal, isAnswer: (text: string) => isAnswerText(settings, text), breathe };
	const content = await checkOpenedBox(sodium, check, part.sealed, handedIn);
	if ("refusal" in content) return null;
	const invalid = content.invalid.map((ballot) => Buffer.from(ballot, "base64url"));
	return { ...part, answers: content.texts, invalid };
}

/** Null: the text does not hold whole plaintexts. */
function openedBoxOf(
	sodium: Sodium,
	seal: BallotSeal,
	{ plaintexts, faulty }: OpenBoxWish["parts"][number],
): OpenedBox | null {
	const bytes = Buffer.from(plaintexts, "base64url");
	const length = plaintextBytes(seal);
	if (bytes.toString("base64url") !== plaintexts || bytes.length % length !== 0) return null;
	const each = Array.from({ length: bytes.length / length }, (_, place) =>
		sodium.to_base64(bytes.subarray(place * length, (place + 1) * length)),
	);
	return { plaintexts: each, faulty };
}
