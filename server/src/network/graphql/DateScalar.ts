import { GraphQLScalarType } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";

/** A day of the calendar, "YYYY-MM-DD", without a time or a zone. */
export const DateScalar = new GraphQLScalarType({
	...GraphQLLocalDate.toConfig(),
	name: "Date",
	description: "A day of the calendar, as in 2018-03-14.",
	specifiedByURL: null,
});
