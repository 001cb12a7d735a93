import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

@ObjectType("BallotMark", { simpleResolvers: true, description: "What a ballot says about one option." })
export class BallotMarkView {
	@Field(() => ID, { description: "The option's key." })
	option!: string;

	@Field(() => Int, {
		description:
			"1 for what is chosen; else a score, a number of dots, a rank from 1, or a grade from 1 to 6.",
	})
	value!: number;
}

@ObjectType("BallotAnswer", {
	simpleResolvers: true,
	description: "A ballot's answer, in the same shape for every method.",
})
export class BallotAnswerView {
	@Field(() => [BallotMarkView], { description: "By key; options left out are not marked." })
	marks!: readonly BallotMarkView[];

	@Field(() => String, { nullable: true, description: "Why a consent is blocked; null: it is not." })
	reason?: string | null;
}

@InputType({ description: "What a ballot says about one option." })
export class BallotMarkInput {
	@Field(() => ID, { description: "The option's key." })
	option!: string;

	@Field(() => Int, {
		description:
			"1 for what is chosen; else a score, a number of dots, a rank from 1, or a grade from 1 to 6.",
	})
	value!: number;
}

@ObjectType("BallotPart", {
	simpleResolvers: true,
	description: "What a delegation that votes as one gives to one answer.",
})
export class BallotPartView {
	@Field(() => Int, { description: "How much of the elector's weight." })
	weight!: number;

	@Field(() => BallotAnswerView, { description: "The answer." })
	answer!: BallotAnswerView;
}

@InputType({ description: "A ballot's answer, in the same shape for every method." })
export class BallotAnswerInput {
	@Field(() => [BallotMarkInput], {
		description: "In any order, no option twice. None at all: an abstention, where no option says so.",
	})
	marks!: BallotMarkInput[];

	@Field(() => String, {
		nullable: true,
		description:
			"Why you block a consent, at most 1,000 characters; needed for a block, and for nothing else.",
	})
	reason?: string | null;
}

@InputType({ description: "What a delegation that votes as one gives to one answer." })
export class BallotPartInput {
	@Field(() => Int, { description: "How much of the elector's weight; all parts together are all of it." })
	weight!: number;

	@Field(() => BallotAnswerInput, { description: "The answer." })
	answer!: BallotAnswerInput;
}
