import type { RefusalCode } from "@crossroads/shared";
import { take } from "../domain/lifecycle.ts";
import type { RecommendationsWorld, Tx } from "../ports.ts";
import { topicsOf } from "./topicsOf.ts";

/** What a published poll says of a version. */
export interface Decision {
	readonly versionId: string;
	readonly pollId: string;
	readonly isAdopted: boolean;
	/** Who published the result. */
	readonly personId: string;
	readonly at: Date;
}

/**
 * TABLED → ADOPTED or REJECTED, inside the transaction that publishes the poll. Locks the recommendation, then the
 * sessions that name it, whose versions it raises: call it before touching the poll's session. A version that is no longer its
 * recommendation's newest decides nothing (`state-does-not-allow`). Writes nothing when it refuses; announces
 * nothing: after the commit the caller announces each of `topics`.
 */
export async function decideRecommendation(
	{ book, agenda }: Pick<RecommendationsWorld, "book" | "agenda">,
	tx: Tx,
	decision: Decision,
): Promise<
	{ recommendationId: string; topics: readonly string[]; refusal: null } | { refusal: RefusalCode }
> {
	const { versionId, pollId, personId, at } = decision;
	const locked = await book.lockByVersion(tx, versionId);
	if (!locked) return { refusal: "not-found" };
	const { id: recommendationId, state: from } = locked;
	const taken = take(decision.isAdopted ? "adopt" : "reject", from);
	if (taken.refusal !== null) return taken;
	const newest = await book.newestVersion(tx, recommendationId);
	if (newest.id !== versionId) return { refusal: "state-does-not-allow" };
	await book.record(tx, { recommendationId, from, to: taken.to, at, personId, versionId, pollId });
	return { recommendationId, topics: await topicsOf(agenda, tx, recommendationId), refusal: null };
}
