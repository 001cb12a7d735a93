import { isUuid, type RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import { cleanTitle, isLanguage } from "../domain/title.ts";
import type { Recommendation, RecommendationsWorld } from "../ports.ts";
import { orRefusal, refuse } from "./Refused.ts";

/** What a writer says to begin a recommendation. */
export interface CreateWish {
	readonly networkId: string;
	readonly themeId: string;
	readonly title: string;
	readonly language: string;
}

/** Begins a recommendation in DRAFT, with an empty draft in its language. Announces nothing: nobody looks yet. */
export async function createRecommendation(
	world: RecommendationsWorld,
	viewer: Viewer,
	wish: CreateWish,
): Promise<{ recommendation: Recommendation; refusal: null } | { refusal: RefusalCode }> {
	const { networkId, themeId, language } = wish;
	if (!may(viewer, "network:read", { networkId })) return { refusal: "not-found" };
	if (!may(viewer, "recommendation:create", { networkId })) return { refusal: "not-allowed" };
	const title = cleanTitle(wish.title);
	if (!title || !isLanguage(language) || !isUuid(themeId)) return { refusal: "invalid-input" };
	return orRefusal(() =>
		world.book.transaction(async (tx) => {
			const at = world.clock();
			const made = {
				networkId,
				themeId,
				title,
				language,
				state: "DRAFT",
				isDemonstration: false,
				at,
			} as const;
			const recommendation = (await world.book.add(tx, made)) ?? refuse("invalid-input");
			await world.drafts.open(tx, { recommendationId: recommendation.id, language });
			await world.book.record(tx, firstStep(recommendation, at, viewer.personId));
			return { recommendation };
		}),
	);
}

function firstStep(recommendation: Recommendation, at: Date, personId: string | null) {
	const { id: recommendationId, state: to } = recommendation;
	return { recommendationId, from: null, to, at, personId, versionId: null, pollId: null };
}
