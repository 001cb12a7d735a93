import { type ASTNode, GraphQLError } from "graphql";
import { guardLimits, type LimitName } from "./limits.ts";

/** A document that is larger than anybody needs. The code is always OPERATION_REFUSED; `limit` names the limit. */
export function beyond(limit: LimitName, node?: ASTNode): GraphQLError {
	const { most } = guardLimits[limit];
	return new GraphQLError(`The operation was refused: more than ${most} (${limit}).`, {
		...(node && { nodes: [node] }),
		extensions: { code: "OPERATION_REFUSED", limit, most },
	});
}

/** Something in the request's values that cannot be. */
export function badInput(message: string, node?: ASTNode): GraphQLError {
	return new GraphQLError(message, {
		...(node && { nodes: [node] }),
		extensions: { code: "BAD_USER_INPUT" },
	});
}

/** The same error under a code, without the names that graphql-js suggests, and no longer than a reader needs. */
export function told(error: GraphQLError, code: string): GraphQLError {
	return new GraphQLError(withoutSuggestion(error.message), {
		nodes: error.nodes,
		source: error.source,
		positions: error.positions,
		extensions: { code },
	});
}

const LONGEST_MESSAGE = 300;

/** [threat 11] Cuts off "Did you mean …?", which leaks names of a schema; and whatever makes a message endless. */
export function withoutSuggestion(message: string): string {
	const end = message.search(/,? ?Did you mean /);
	return (end < 0 ? message : message.slice(0, end)).slice(0, LONGEST_MESSAGE);
}
