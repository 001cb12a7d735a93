import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType("MedianRun", {
	simpleResolvers: true,
	description: "So many times, the next two medians that come off are these.",
})
export class MedianRunView {
	@Field(() => Int, { description: "The lower of the two grades." })
	lower!: number;

	@Field(() => Int, { description: "The upper one; the odd one out is a pair of itself." })
	upper!: number;

	@Field(() => Int, { description: "How many times." })
	times!: number;
}

@ObjectType("OptionMedian", { simpleResolvers: true, description: "The grades of an option." })
export class OptionMedianView {
	@Field(() => ID, { description: "The option's key." })
	option!: string;

	@Field(() => [Int], { description: "The weight that gave each grade, from 1 (reject) to 6 (excellent)." })
	grades!: readonly number[];

	@Field(() => Int, { description: "The lower middlemost grade; 0: nobody graded." })
	median!: number;

	@Field(() => [MedianRunView], {
		description: "The medians that come off one after the other, by which equal medians are told apart.",
	})
	value!: readonly MedianRunView[];
}

@ObjectType("Medians", { simpleResolvers: true, description: "Majority judgment." })
export class MediansView {
	readonly kind!: "MEDIANS";

	@Field(() => [OptionMedianView], { description: "Every option, in the poll's order." })
	options!: readonly OptionMedianView[];
}
