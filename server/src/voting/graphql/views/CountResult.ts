import { Field, ID, Int, ObjectType } from "type-graphql";
import { CountWorking } from "./counts/CountWorking.ts";

/** What a poll's ballots come to: shared's `CountResult`. Holds nothing of any person; the public graph shows it as well. */
@ObjectType("CountResult", {
	simpleResolvers: true,
	description: "What a poll's ballots came to. A ballot of weight w counts as w equal ones.",
})
export class CountResultView {
	@Field(() => [ID], {
		description:
			"Who won, best first; also of yes and no (YES, NO) and of consent (AGREE, BLOCK). Where `isTie`, those that share the place.",
	})
	winners!: readonly string[];

	@Field(() => Boolean, {
		description: "Whether more than one is left where there is one place, or a lot had to be drawn.",
	})
	isTie!: boolean;

	@Field(() => [[ID]], {
		description: "Every option that can win, best first; those level with each other together.",
	})
	ranking!: readonly (readonly string[])[];

	@Field(() => Int, { description: "The weight of all ballots." })
	cast!: number;

	@Field(() => Int, { description: "The weight of those among them that abstain." })
	abstained!: number;

	@Field(() => CountWorking, { description: "How the method came to its result." })
	working!: typeof CountWorking;
}
