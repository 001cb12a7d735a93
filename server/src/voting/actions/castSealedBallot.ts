import { createHash } from "node:crypto";
import { isUuid, type RefusalCode, receiptOfSealed } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import { ballotBytesOf } from "../domain/secret/boxParts.ts";
import type { VotingPorts } from "../ports.ts";
import { refusalShownTo } from "./PollAnswer.ts";

/** What a voter puts into a secret poll's box. */
export interface CastSealedBallotWish {
	readonly pollId: string;
	/** Sealed for the poll's public key [S2], base64 (URL-safe, no padding). */
	readonly sealed: string;
}

/** The receipt of the ballot that lies in the box, or why it does not. */
export type CastSealedBallotAnswer =
	| { readonly receipt: string; readonly refusal: null }
	| { readonly receipt: null; readonly refusal: RefusalCode };

/**
 * [V40] Casts the viewer's sealed ballot. Answered after the commit. Nothing of a ballot is kept beside its voter; so the
 * bytes themselves are what a repetition is known by, and the receipt follows from them.
 */
export async function castSealedBallot(
	ports: VotingPorts,
	viewer: Viewer,
	wish: CastSealedBallotWish,
): Promise<CastSealedBallotAnswer> {
	const { personId } = viewer;
	if (!personId) return { receipt: null, refusal: "not-signed-in" };
	const form = isUuid(wish.pollId) ? await ports.reads.ballotForm(wish.pollId) : null;
	if (form === null) return { receipt: null, refusal: "not-found" };
	const pollId = wish.pollId.toLowerCase();
	const refuse = async (code: RefusalCode) => ({
		receipt: null,
		refusal: await refusalShownTo(viewer, ports.reads, pollId, code),
	});
	const sealed = Buffer.from(wish.sealed, "base64url");
	const isOfPoll = form.secrecy === "SECRET" && sealed.length === ballotBytesOf(form.settings);
	if (!isOfPoll || sealed.toString("base64url") !== wish.sealed) return refuse("invalid-input");
	const outcome = await ports.secretBox.cast({ pollId, personId, sealed });
	if (outcome.kind === "refused") return refuse(outcome.code);
	return { receipt: receiptOfSealed(createHash("sha256").update(sealed).digest()), refusal: null };
}
