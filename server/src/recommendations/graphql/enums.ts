import { registerEnumType } from "type-graphql";

/** The states of a recommendation, for the schema. */
export const RecommendationState = {
	DRAFT: "DRAFT",
	REVIEW: "REVIEW",
	TABLED: "TABLED",
	ADOPTED: "ADOPTED",
	REJECTED: "REJECTED",
	PUBLISHED: "PUBLISHED",
	WITHDRAWN: "WITHDRAWN",
} as const;

registerEnumType(RecommendationState, {
	name: "RecommendationState",
	description: "Where a recommendation stands in its life.",
	valuesConfig: {
		DRAFT: { description: "It is being written." },
		REVIEW: { description: "The local panels comment; it can still be written." },
		TABLED: { description: "A version is frozen and on a session's agenda." },
		ADOPTED: { description: "The session adopted the version." },
		REJECTED: { description: "The session did not adopt the version." },
		PUBLISHED: { description: "It stands in a published handbook." },
		WITHDRAWN: { description: "It was withdrawn before a decision." },
	},
});
