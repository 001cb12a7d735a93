import type { ApolloClient } from "@apollo/client";
import type { PassedShare, Sodium } from "@crossroads/shared";
import { OpenBoxDocument, SealedBoxDocument } from "../../../gql/graphql.ts";
import { loadSodium } from "../../sealing/loadSodium.ts";
import { type FaultyShare, type RebuiltKey, rebuildPollKey } from "../rebuildPollKey.ts";
import type { TrusteeKey } from "../TrusteeKey.ts";
import { type OpenedPart, openParts, type SealedPart } from "./openParts.ts";
import { sealOf, sharesOf, type TrusteePoll } from "./pollOfTrustee.ts";

/** How far the opening is: what is being done, and how many ballots are open already. */
export interface OpeningProgress {
	step: "fetching" | "opening" | "handingIn";
	done: number;
	of: number;
}

/** What came of it. */
export type Opening =
	| { readonly kind: "opened"; readonly faults: readonly FaultyShare[] }
	| {
			readonly kind: "no-key";
			readonly refusal: "too-few-shares" | "not-the-polls-key";
			readonly faults: readonly FaultyShare[];
	  }
	| { readonly kind: "refused"; readonly refusal: string };

/**
 * [T6] [S4] What the trustee who opens the box does, all of it in this browser: fetches box and passed shares, rebuilds the
 * poll's key, opens every part, hands in plaintexts in no order of the box, and forgets the key. Rejects when the server
 * was not reached; it can be done again then, and comes to the same.
 */
export async function openTheBox(
	client: ApolloClient,
	poll: TrusteePoll,
	key: TrusteeKey,
	onProgress: (progress: OpeningProgress) => void,
): Promise<Opening> {
	onProgress({ step: "fetching", done: 0, of: 0 });
	const sodium = await loadSodium();
	const box = await fetchBox(client, poll.id);
	if (!box) return { kind: "refused", refusal: "NOT_ALLOWED" };
	const rebuilt = await rebuildPollKey(sodium, key, sharesOf(poll, key.personId), box.shares);
	if (!rebuilt.keys) return { kind: "no-key", refusal: rebuilt.refusal, faults: rebuilt.faults };
	const parts = await opened(sodium, poll, rebuilt.keys, box.parts, onProgress);
	onProgress({ step: "handingIn", done: 0, of: 0 });
	const { data } = await client.mutate({
		mutation: OpenBoxDocument,
		variables: { input: { pollId: poll.id, parts: parts.map((part) => partInput(sodium, part)) } },
		fetchPolicy: "no-cache",
	});
	const refusal = data?.openBox.refusal;
	return refusal ? { kind: "refused", refusal: refusal.code } : { kind: "opened", faults: rebuilt.faults };
}

/** A part as the graph takes it: its plaintexts, all of one length, one after the other in one text. */
function partInput(sodium: Sodium, { key, plaintexts, faulty }: OpenedPart) {
	const bytes = plaintexts.map((plaintext) => sodium.from_base64(plaintext));
	const length = bytes[0]?.length ?? 0;
	const joined = new Uint8Array(length * bytes.length);
	for (const [place, each] of bytes.entries()) joined.set(each, place * length);
	return {
		key,
		plaintexts: sodium.to_base64(joined),
		faulty: faulty.map(({ sealed, shown }) => ({ sealed, ...shown })),
	};
}

/** Opens the parts, and overwrites the poll's private key whatever comes of it. */
export async function opened(
	sodium: Sodium,
	poll: TrusteePoll,
	keys: NonNullable<RebuiltKey["keys"]>,
	parts: readonly SealedPart[],
	onProgress: (progress: OpeningProgress) => void,
) {
	try {
		return await openParts(sodium, sealOf(sodium, poll), keys, parts, (done, of) =>
			onProgress({ step: "opening", done, of }),
		);
	} finally {
		sodium.memzero(keys.privateKey);
	}
}

/** Null: the viewer is not the one who opens, or the poll is not closed. */
export async function fetchBox(
	client: ApolloClient,
	pollId: string,
): Promise<{ parts: readonly SealedPart[]; shares: readonly PassedShare[] } | null> {
	const { data } = await client.query({
		query: SealedBoxDocument,
		variables: { pollId },
		fetchPolicy: "no-cache",
	});
	const box = data?.sealedBox;
	if (!box) return null;
	const shares = box.shares.map(({ trusteeId, sealedShare }) => ({ trusteeId, sealed: sealedShare }));
	return { parts: box.parts.map(({ key, sealed }) => ({ key, sealed })), shares };
}
