import { Field, ID, InputType } from "type-graphql";

/** What a recommendation is begun with. */
@InputType({ description: "A recommendation to be begun." })
export class CreateRecommendationInput {
	@Field(() => ID, { description: "The network." })
	networkId!: string;

	@Field(() => ID, { description: "The theme it belongs to, of that network." })
	themeId!: string;

	@Field(() => String, { description: "Its title: one line of at most 300 characters." })
	title!: string;

	@Field(() => String, { description: "The language in which it will be written, as in BCP 47." })
	language!: string;
}
