import type { DocumentNode, GraphQLError, OperationDefinitionNode } from "graphql";

/** An operation as a client asks for it. */
export interface OperationRequest {
	readonly query: string;
	readonly operationName?: string | null | undefined;
	readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** An operation that passed the guard. `document` is shared by everybody who sends the same text. */
export interface AllowedOperation {
	readonly document: DocumentNode;
	readonly operation: OperationDefinitionNode;
	/** The same for documents that differ only in layout: a hash of the printed document. */
	readonly documentKey: string;
	/** As sent, reduced to the variables that the operation declares. */
	readonly variables: Readonly<Record<string, unknown>>;
	/** Coerced to their declared types, with defaults. */
	readonly coerced: Readonly<Record<string, unknown>>;
	/** How many objects the answer may hold. */
	readonly cost: number;
}

export type Verdict =
	| { readonly allowed: AllowedOperation; readonly refused?: undefined }
	| { readonly refused: readonly GraphQLError[]; readonly allowed?: undefined };

/** The one verdict on every document, before anything is executed. Never throws. */
export interface Guard {
	judge(request: OperationRequest): Verdict;
}
