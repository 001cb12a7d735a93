import type { RecommendationPageQuery } from "../gql/graphql.ts";

/** A recommendation as its public page shows it. */
export type PublicRecommendation = Extract<NonNullable<RecommendationPageQuery["node"]>, { version: object }>;

/** The node if it is a recommendation; null for nothing or for anything else. */
export function recommendationOf({ node }: RecommendationPageQuery): PublicRecommendation | null {
	return node && "version" in node ? node : null;
}
