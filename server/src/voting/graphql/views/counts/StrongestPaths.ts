import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("StrongestPaths", {
	simpleResolvers: true,
	description: "Schulze's method. Rows and columns are the options in the poll's order; the diagonals are 0.",
})
export class StrongestPathsView {
	readonly kind!: "STRONGEST_PATHS";

	@Field(() => [[Int]], {
		description: "[row][column]: the weight of those who prefer the row's option to the column's.",
	})
	preferences!: readonly (readonly number[])[];

	@Field(() => [[Int]], {
		description:
			"[row][column]: the strength of the strongest path from the row's option to the column's; 0: none.",
	})
	paths!: readonly (readonly number[])[];
}
