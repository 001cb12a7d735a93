import type { Viewer } from "../../people/index.ts";
import type { RecommendationsWorld } from "../ports.ts";
import { moveRecommendation } from "./moveRecommendation.ts";

/** DRAFT → REVIEW: the panels may comment; the draft stays writable. For coordinators. */
export function sendToReview(world: RecommendationsWorld, viewer: Viewer, recommendationId: string) {
	return moveRecommendation(world, viewer, recommendationId, "send-to-review");
}
