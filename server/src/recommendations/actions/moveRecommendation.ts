import { isUuid, type RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import { type Step, take } from "../domain/lifecycle.ts";
import type { Recommendation, RecommendationsWorld } from "../ports.ts";
import { orRefusal, refuse } from "./Refused.ts";
import { topicsOf } from "./topicsOf.ts";

type Moved = { recommendation: Recommendation; refusal: null } | { refusal: RefusalCode };

/**
 * Takes one step that needs nothing but the right to take it, under the lock on the recommendation. Announces it and
 * every session whose agenda names it [R7].
 */
export async function moveRecommendation(
	world: RecommendationsWorld,
	viewer: Viewer,
	recommendationId: string,
	step: Step,
): Promise<Moved> {
	if (!isUuid(recommendationId)) return { refusal: "not-found" };
	const moved = await orRefusal(() =>
		world.book.transaction(async (tx) => {
			const locked = (await world.book.lock(tx, recommendationId)) ?? refuse("not-found");
			if (!may(viewer, "network:read", { networkId: locked.networkId })) refuse("not-found");
			if (!may(viewer, "recommendation:advance", { networkId: locked.networkId })) refuse("not-allowed");
			const taken = take(step, locked.state);
			if (taken.refusal !== null) refuse(taken.refusal);
			const { to } = taken;
			const { personId } = viewer;
			const at = world.clock();
			const taking = { recommendationId: locked.id, from: locked.state, to, at, personId };
			await world.book.record(tx, { ...taking, versionId: null, pollId: null });
			const topics = await topicsOf(world.agenda, tx, locked.id);
			return { recommendation: { ...locked, state: to }, topics };
		}),
	);
	if (moved.refusal !== null) return moved;
	for (const topic of moved.topics) world.announce(topic);
	return { recommendation: moved.recommendation, refusal: null };
}
