import { Field, Float, ID, ObjectType } from "type-graphql";

@ObjectType("OptionVotes", { simpleResolvers: true, description: "The votes that an option has." })
export class OptionVotesView {
	@Field(() => ID, { description: "The option's key." })
	option!: string;

	@Field(() => Float, {
		description: "A whole number: votes in a run-off; hundred-thousandths of a vote in a transferable vote.",
	})
	votes!: number;
}
