import { Field, ID, ObjectType } from "type-graphql";
import { RuleResultView } from "./rule.ts";

@ObjectType("PollResult", { description: "The decision with its reasons." })
export class PollResultView {
	/** Not in the schema: whose result it is, for its count. */
	pollId!: string;

	@Field(() => Boolean, { description: "Whether every requirement was met." })
	isAdopted!: boolean;

	@Field(() => [ID], {
		description:
			"Among options: the keys of those that won, best first; those level share a place, and leave it open. Empty for yes and no and for consent.",
	})
	winners!: readonly string[];

	@Field(() => [RuleResultView], { description: "Every requirement of the rule." })
	rules!: readonly RuleResultView[];
}
