import { BallotChoice, DecisionRuleKind, PollState, Secrecy } from "@crossroads/shared";
import { registerEnumType } from "type-graphql";
import { PreparedMethod } from "../../index.ts";

registerEnumType(BallotChoice, {
	name: "BallotChoice",
	description: "An answer to a question of yes or no.",
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

registerEnumType(PreparedMethod, {
	name: "PollMethod",
	description: "How a question is answered and counted.",
	valuesConfig: {
		YES_NO_ABSTAIN: { description: "Yes, no, or abstain. A mark of value 1." },
		SINGLE_CHOICE: { description: "One option, or none to abstain. A mark of value 1." },
		MULTIPLE_CHOICE: { description: "Up to `mostChosen` options. Marks of value 1." },
		APPROVAL: { description: "Every option that one approves of. Marks of value 1." },
		SCORE: { description: "A score for each option, 0 to 5; an option left out has 0." },
		DOTS: { description: "Up to `dots` dots, distributed among the options. A mark's value: how many." },
	},
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

export { BallotChoice, DecisionRuleKind, PollState, PreparedMethod, Secrecy };
