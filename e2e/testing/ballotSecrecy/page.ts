// What the browsers of a secret poll's voters and trustees do, without screens.
import { type BallotSeal, newPlaintext, openBox, type PassedShare, sealPlaintext } from "@crossroads/shared";
import { checkReceipt, receiptOf } from "../../../client/src/voting/receipt/checkReceipt.ts";
import { loadSodium } from "../../../client/src/voting/sealing/loadSodium.ts";
import { keyDrawer } from "../../../client/src/voting/trustees/keyDrawer.ts";
import { makePollKey } from "../../../client/src/voting/trustees/makePollKey.ts";
import { passShare } from "../../../client/src/voting/trustees/passShare.ts";
import { rebuildPollKey } from "../../../client/src/voting/trustees/rebuildPollKey.ts";
import { newTrusteeKey } from "../../../client/src/voting/trustees/TrusteeKey.ts";

/** Trustees make their keys, and whoever prepares the poll makes its key and seals the shares. */
async function prepare(pollId: string, persons: readonly string[], needed: number) {
	const sodium = await loadSodium();
	const trustees: { personId: string; publicKey: string }[] = [];
	for (const personId of persons) {
		const key = newTrusteeKey(sodium, personId);
		await keyDrawer.write(key);
		trustees.push({ personId, publicKey: sodium.to_base64(key.publicKey) });
	}
	return makePollKey(sodium, { pollId, trustees, needed });
}

async function sealOf(poll: Awaited<ReturnType<typeof prepare>>, textBytes: number): Promise<BallotSeal> {
	const sodium = await loadSodium();
	return { pollId: poll.pollId, publicKey: sodium.from_base64(poll.pollKey), textBytes };
}

/** A voter seals an answer; what goes to the server, and the receipt. */
async function vote(poll: Awaited<ReturnType<typeof prepare>>, textBytes: number, text: string) {
	const sodium = await loadSodium();
	const seal = await sealOf(poll, textBytes);
	const sealed = sodium.to_base64(
		sealPlaintext(sodium, seal, newPlaintext(sodium, seal, text) as Uint8Array),
	);
	return { sealed, receipt: await receiptOf(sealed) };
}

/** These trustees take their keys out of the drawer and pass their shares; the first of them opens the box. */
async function open(
	poll: Awaited<ReturnType<typeof prepare>>,
	textBytes: number,
	box: readonly string[],
	persons: readonly string[],
) {
	const sodium = await loadSodium();
	const keys = await Promise.all(persons.map((personId) => keyDrawer.read(personId)));
	const [opener] = keys;
	if (!opener) throw new Error("The drawer is empty.");
	const passed = keys.flatMap((key) => (key ? [passShare(sodium, key, poll, opener.publicKey)] : []));
	const rebuilt = await rebuildPollKey(sodium, opener, poll, passed as PassedShare[]);
	if (!rebuilt.keys) return rebuilt;
	const sealed = box.map((ballot) => sodium.from_base64(ballot));
	return openBox(sodium, await sealOf(poll, textBytes), rebuilt.keys, sealed);
}

/** What the page can be asked for by the test. */
export const secretPoll = { prepare, vote, open, checkReceipt };
Object.assign(window, { secretPoll });
