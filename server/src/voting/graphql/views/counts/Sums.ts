import { Field, Float, ID, ObjectType } from "type-graphql";

@ObjectType("OptionSum", { simpleResolvers: true, description: "What an option got in all." })
export class OptionSumView {
	@Field(() => ID, { description: "The option's key." })
	option!: string;

	@Field(() => Float, { description: "The weight times the value of its marks: a whole number." })
	sum!: number;
}

@ObjectType("Sums", {
	simpleResolvers: true,
	description: "Yes and no, choices, approval, scores, dots, consent: marks are added up.",
})
export class SumsView {
	readonly kind!: "SUMS";

	@Field(() => [OptionSumView], { description: "Every option, in the poll's order." })
	sums!: readonly OptionSumView[];

	@Field(() => [String], {
		description:
			"Why a consent was blocked, sorted, without names, each as often as it was given; the first hundred. Elsewhere empty.",
	})
	reasons!: readonly string[];
}
