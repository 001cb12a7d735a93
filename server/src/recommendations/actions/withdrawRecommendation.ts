import type { Viewer } from "../../people/index.ts";
import type { RecommendationsWorld } from "../ports.ts";
import { moveRecommendation } from "./moveRecommendation.ts";

/** To WITHDRAWN, from any state before ADOPTED; the draft becomes read-only. For coordinators. */
export function withdrawRecommendation(
	world: RecommendationsWorld,
	viewer: Viewer,
	recommendationId: string,
) {
	return moveRecommendation(world, viewer, recommendationId, "withdraw");
}
