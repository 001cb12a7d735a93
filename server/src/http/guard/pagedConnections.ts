import { type FieldNode, type GraphQLField, getNamedType, Kind, type ValidationRule } from "graphql";
import { guardLimits } from "./limits.ts";
import { badInput } from "./refusal.ts";

/** Whether the field gives a connection. */
export function isConnection(field: GraphQLField<unknown, unknown>): boolean {
	return getNamedType(field.type).name.endsWith("Connection");
}

/** [threat 9] What is said of a connection that is asked for without its size. */
export function unpaged(field: GraphQLField<unknown, unknown>, node: FieldNode) {
	return badInput(`${field.name}: give first or last, at most ${guardLimits.page.most}.`, node);
}

/**
 * [threat 9] A rule of validation: whoever writes a connection writes `first` or `last`. What a variable brings is
 * judged with its value, by the cost.
 */
export const pagedConnections: ValidationRule = (context) => ({
	Field(node) {
		const field = context.getFieldDef();
		if (field && isConnection(field) && !isPaged(field, node)) context.reportError(unpaged(field, node));
	},
});

function isPaged(field: GraphQLField<unknown, unknown>, node: FieldNode): boolean {
	const sizes = field.args.filter(({ name }) => name === "first" || name === "last");
	return sizes.some(({ name, defaultValue }) => {
		const given = node.arguments?.find((argument) => argument.name.value === name);
		return given ? given.value.kind !== Kind.NULL : defaultValue != null;
	});
}
