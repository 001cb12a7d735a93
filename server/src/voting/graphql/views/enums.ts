import { BallotChoice, DecisionRuleKind, PollMethod, PollState, Secrecy } from "@crossroads/shared";
import { registerEnumType } from "type-graphql";

registerEnumType(BallotChoice, {
	name: "BallotChoice",
	description: "A voter's answer.",
	valuesConfig: {
		YES: { description: "For." },
		NO: { description: "Against." },
		ABSTAIN: { description: "Present, neither for nor against." },
	},
});

registerEnumType(PollState, {
	name: "PollState",
	description: "A poll's life, in its only order.",
	valuesConfig: {
		PREPARED: { description: "Not open yet; there is no electorate." },
		OPEN: { description: "Ballots are taken; the electorate is frozen." },
		CLOSED: { description: "No more ballots; the session's runners see the result." },
		PUBLISHED: { description: "The result is for everybody, and has decided." },
	},
});

registerEnumType(PollMethod, {
	name: "PollMethod",
	description: "How a question is answered and counted.",
	valuesConfig: { YES_NO_ABSTAIN: { description: "Yes, no, or abstain." } },
});

registerEnumType(Secrecy, {
	name: "Secrecy",
	description: "Whether ballots are shown with names.",
	valuesConfig: {
		NAMED: { description: "Counted live; shown with names once the result is published." },
		SECRET: { description: "Nobody sees who voted what, ever." },
	},
});

registerEnumType(DecisionRuleKind, {
	name: "DecisionRuleKind",
	description: "What a decision rule may ask for.",
	valuesConfig: {
		QUORUM: { description: "Enough of the entitled delegates were present when the poll opened." },
		MAJORITY_OF_PERSONS: { description: "More yes than no; abstentions count for neither." },
		MAJORITY_OF_CITIES: {
			description:
				"More than half of the cities with electors are for; a city is for when it has more yes than no.",
		},
	},
});

export { BallotChoice, DecisionRuleKind, PollMethod, PollState, Secrecy };
