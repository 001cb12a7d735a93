import { Field, Int, ObjectType } from "type-graphql";
import { DecisionRuleKind, ThresholdBase, ThresholdKind } from "./enums.ts";

@ObjectType("Fraction", { simpleResolvers: true, description: "An exact share." })
export class FractionView {
	@Field(() => Int, { description: "From 0 to the denominator." })
	numerator!: number;

	@Field(() => Int, { description: "At least 1." })
	denominator!: number;
}

@ObjectType("Threshold", { simpleResolvers: true, description: "How much must be for it, and of what." })
export class ThresholdView {
	@Field(() => ThresholdKind, { description: "How much." })
	kind!: ThresholdKind;

	@Field(() => ThresholdBase, { description: "Of what a share is taken; CAST where none is." })
	base!: ThresholdBase;

	@Field(() => Boolean, { description: "Whether those who abstained count in the base, and so against." })
	countsAbstentions!: boolean;
}

@ObjectType("DecisionRule", {
	simpleResolvers: true,
	description:
		"How the poll is decided: by everything that is listed here, together. Fixed when it is prepared.",
})
export class DecisionRuleView {
	@Field(() => FractionView, {
		description: "The share of the entitled delegates who must be present when the poll opens; 0: none.",
	})
	quorum!: FractionView;

	@Field(() => FractionView, {
		description:
			"The share of the cities on the list that must have a delegate there when it opens; 0: none.",
	})
	quorumOfCities!: FractionView;

	@Field(() => Boolean, { description: "Whether both quorums must hold again when the poll closes." })
	holdsQuorumAtClosing!: boolean;

	@Field(() => ThresholdView, { description: "How much must be for it." })
	threshold!: ThresholdView;

	@Field(() => Boolean, { description: "Whether a majority of the cities is needed besides." })
	needsMajorityOfCities!: boolean;

	@Field(() => Boolean, { description: "Whether a majority in every stakeholder group is needed besides." })
	needsMajorityOfEveryGroup!: boolean;

	@Field(() => Boolean, { description: "Whether a voter may change the ballot until closing." })
	allowsBallotChange!: boolean;
}

@ObjectType("RuleResult", {
	simpleResolvers: true,
	description:
		"One requirement of the rule, with its figures. Persons and cities by head, all else by weight.",
})
export class RuleResultView {
	@Field(() => DecisionRuleKind, { description: "The requirement." })
	kind!: DecisionRuleKind;

	@Field(() => Boolean, { description: "Whether it was met." })
	isMet!: boolean;

	@Field(() => Int, {
		description:
			"Quorums: those there. CLEAR_CHOICE: places filled. Majorities, shares: for. NO_BLOCK: votes without a block. SOMEBODY_AGREES: who agrees.",
	})
	have!: number;

	@Field(() => Int, {
		description:
			"Quorums: on the list. CLEAR_CHOICE: places. MAJORITY_OF_PERSONS: for and against. Shares: the base. Cities, groups: those with electors. Consent: votes cast.",
	})
	of!: number;

	@Field(() => Int, { description: "The fewest with which it is met." })
	needed!: number;
}
