import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

@ObjectType("BallotMark", { simpleResolvers: true, description: "What a ballot says about one option." })
export class BallotMarkView {
	@Field(() => ID, { description: "The option's key." })
	option!: string;

	@Field(() => Int, { description: "1 for what is chosen; else a score or a number of dots." })
	value!: number;
}

@ObjectType("BallotAnswer", {
	simpleResolvers: true,
	description: "A ballot's answer, in the same shape for every method.",
})
export class BallotAnswerView {
	@Field(() => [BallotMarkView], { description: "By key; options left out are not marked." })
	marks!: readonly BallotMarkView[];
}

@InputType({ description: "What a ballot says about one option." })
export class BallotMarkInput {
	@Field(() => ID, { description: "The option's key." })
	option!: string;

	@Field(() => Int, { description: "1 for what is chosen; else a score or a number of dots." })
	value!: number;
}

@InputType({ description: "A ballot's answer, in the same shape for every method." })
export class BallotAnswerInput {
	@Field(() => [BallotMarkInput], {
		description: "In any order, no option twice. None at all: an abstention, where no option says so.",
	})
	marks!: BallotMarkInput[];
}
