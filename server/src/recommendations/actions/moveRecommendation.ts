import { isUuid, type RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import { type Step, take } from "../domain/lifecycle.ts";
import type { Recommendation, RecommendationsWorld } from "../ports.ts";
import { orRefusal, refuse } from "./Refused.ts";

type Moved = { recommendation: Recommendation; refusal: null } | { refusal: RefusalCode };

/** Takes one step that needs nothing but the right to take it, under the lock on the recommendation; announces it. */
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
			await world.book.record(tx, {
				recommendationId,
				from: locked.state,
				to,
				at,
				personId,
				versionId: null,
				pollId: null,
			});
			return { recommendation: { ...locked, state: to } };
		}),
	);
	if (moved.refusal === null) world.announce(`recommendation:${recommendationId}`);
	return moved;
}
