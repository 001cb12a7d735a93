import { registerEnumType } from "type-graphql";

/** The steps of a programme. A registration of its own: the public schema shares no type with the members'. */
export const PublicActivityKind = {
	PREPARATION: "PREPARATION",
	LOCAL: "LOCAL",
	TRANSNATIONAL: "TRANSNATIONAL",
} as const;

registerEnumType(PublicActivityKind, {
	name: "ActivityKind",
	description: "The kinds of steps in a network's programme.",
	valuesConfig: {
		PREPARATION: { description: "Preparing the network's work." },
		LOCAL: { description: "In one city, with its local panel." },
		TRANSNATIONAL: { description: "A meeting of the cities." },
	},
});

/** The states in which the public sees a recommendation. */
export const PublicRecommendationState = {
	TABLED: "TABLED",
	ADOPTED: "ADOPTED",
	REJECTED: "REJECTED",
	PUBLISHED: "PUBLISHED",
	WITHDRAWN: "WITHDRAWN",
} as const;

registerEnumType(PublicRecommendationState, {
	name: "PublicRecommendationState",
	description: "A recommendation's life, as far as the public sees it.",
	valuesConfig: {
		TABLED: { description: "A version is frozen and on a session's agenda." },
		ADOPTED: { description: "Adopted by vote." },
		REJECTED: { description: "Rejected by vote." },
		PUBLISHED: { description: "Adopted, and published in the handbook." },
		WITHDRAWN: { description: "Withdrawn after it was tabled." },
	},
});

/** Who may know how somebody voted. */
export const PollSecrecy = {
	BY_NAME: "BY_NAME",
	SECRET_FROM_PARTICIPANTS: "SECRET_FROM_PARTICIPANTS",
	SECRET: "SECRET",
} as const;

registerEnumType(PollSecrecy, {
	name: "PollSecrecy",
	description: "Who may know how somebody voted.",
	valuesConfig: {
		BY_NAME: { description: "Everybody in the room, once the result is published." },
		SECRET_FROM_PARTICIPANTS: { description: "Nobody who takes part; but the operator holds the box's key." },
		SECRET: { description: "Nobody: trustees hold the box's key, each a part of it." },
	},
});

/** The states in which the public sees a poll. */
export const PublicPollState = { OPEN: "OPEN", CLOSED: "CLOSED", PUBLISHED: "PUBLISHED" } as const;

registerEnumType(PublicPollState, {
	name: "PollState",
	description: "A poll's life, as far as the public sees it.",
	valuesConfig: {
		OPEN: { description: "Ballots are taken." },
		CLOSED: { description: "No more ballots are taken." },
		PUBLISHED: { description: "The result is published." },
	},
});
