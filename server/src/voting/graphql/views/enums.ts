import {
	BallotChoice,
	DecisionRuleKind,
	PollMethod,
	PollState,
	Secrecy,
	ThresholdBase,
	ThresholdKind,
} from "@crossroads/shared";
import { registerEnumType } from "type-graphql";
import { BoxHolder } from "../../index.ts";

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

registerEnumType(PollMethod, {
	name: "PollMethod",
	description: "How a question is answered and counted.",
	valuesConfig: {
		YES_NO_ABSTAIN: { description: "Yes, no, or abstain. A mark of value 1." },
		SINGLE_CHOICE: { description: "One option, or none to abstain. A mark of value 1." },
		MULTIPLE_CHOICE: { description: "Up to `mostChosen` options. Marks of value 1." },
		APPROVAL: { description: "Every option that one approves of. Marks of value 1." },
		SCORE: { description: "A score for each option, 0 to 5; an option left out has 0." },
		DOTS: { description: "Up to `dots` dots, distributed among the options. A mark's value: how many." },
		SCHULZE: { description: "Ranks 1, 2, …, equal ones allowed; counted by Schulze's method." },
		INSTANT_RUNOFF: {
			description: "Ranks 1, 2, …; whoever has fewest leaves, until one has more than half.",
		},
		SINGLE_TRANSFERABLE_VOTE: { description: "Ranks 1, 2, …; fills `seats` places by the Scottish rules." },
		MAJORITY_JUDGMENT: {
			description: "A grade for each option, 1 (reject) to 6 (excellent); the highest median wins.",
		},
		CONSENT: {
			description:
				"Agree, abstain, disagree, or block with a reason. Given when nobody blocks and somebody agrees.",
		},
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

registerEnumType(BoxHolder, {
	name: "BoxHolder",
	description: "Who can open a secret poll's box.",
	valuesConfig: {
		TRUSTEES: { description: "Some of its trustees together: it is secret from everybody else." },
		SERVER: { description: "The server: it is secret from participants, not from the operator." },
	},
});

registerEnumType(DecisionRuleKind, {
	name: "DecisionRuleKind",
	description: "What a decision rule may ask for.",
	valuesConfig: {
		QUORUM: { description: "Enough of the entitled delegates were present when the poll opened." },
		QUORUM_OF_CITIES: { description: "Enough of the cities on the list had a delegate there at opening." },
		QUORUM_AT_CLOSING: { description: "Enough of the entitled delegates were still there at closing." },
		QUORUM_OF_CITIES_AT_CLOSING: {
			description: "Enough of the cities on the list still had a delegate there at closing.",
		},
		CLEAR_CHOICE: { description: "Every place was filled without a tie." },
		MAJORITY_OF_PERSONS: { description: "More yes than no; abstentions count for neither." },
		ABSOLUTE_MAJORITY: { description: "More than half of the base is for." },
		TWO_THIRDS: { description: "At least two thirds of the base are for." },
		THREE_QUARTERS: { description: "At least three quarters of the base are for." },
		NO_BLOCK: { description: "Nobody blocks." },
		SOMEBODY_AGREES: { description: "Somebody agrees." },
		MAJORITY_OF_CITIES: {
			description:
				"More than half of the cities with electors are for; a city is for when it has more yes than no.",
		},
		MAJORITY_OF_EVERY_GROUP: {
			description: "Every group of stakeholders that has electors is for, as a city is.",
		},
	},
});

registerEnumType(ThresholdKind, {
	name: "ThresholdKind",
	description: "How much must be for it.",
	valuesConfig: {
		NONE: { description: "Nothing: who comes out first is chosen." },
		SIMPLE: { description: "More for than against." },
		ABSOLUTE: { description: "More than half of the base." },
		TWO_THIRDS: { description: "At least two thirds of the base." },
		THREE_QUARTERS: { description: "At least three quarters of the base." },
		CONSENT: { description: "Nobody blocks, and somebody agrees." },
	},
});

registerEnumType(ThresholdBase, {
	name: "ThresholdBase",
	description: "Of what a threshold is a share, by weight.",
	valuesConfig: {
		CAST: { description: "Of the votes cast." },
		PRESENT: {
			description: "Of all who may vote: those present when the poll opened, and those represented.",
		},
		ENTITLED: { description: "Of all who are on the event's list." },
	},
});

/** What a stage of a transferable vote did. */
export const TransferKind = { FIRST: "FIRST", SURPLUS: "SURPLUS", EXCLUSION: "EXCLUSION" } as const;

registerEnumType(TransferKind, {
	name: "TransferKind",
	description: "What a stage of a transferable vote did.",
	valuesConfig: {
		FIRST: { description: "Counted the first preferences." },
		SURPLUS: { description: "Transferred what an elected option had beyond the quota." },
		EXCLUSION: { description: "Excluded the option with the fewest votes." },
	},
});

export {
	BallotChoice,
	BoxHolder,
	DecisionRuleKind,
	PollMethod,
	PollState,
	Secrecy,
	ThresholdBase,
	ThresholdKind,
};
