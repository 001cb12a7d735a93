import {
	type ExecutionResult,
	execute,
	GraphQLError,
	type GraphQLFormattedError,
	type GraphQLSchema,
} from "graphql";
import type { AllowedOperation } from "../protocol/Guard.ts";
import { nextTail } from "../protocol/messages.ts";
import type { UpgradeFacts } from "../socket/LiveSocket.ts";

/** What an execution needs besides the operation. */
export interface ExecutionWorld<V> {
	readonly schema: GraphQLSchema;
	contextFor(viewer: V, upgrade: UpgradeFacts | null): unknown;
	/** Turns an error into what may leave the server; faults get the code INTERNAL_SERVER_ERROR. */
	formatError(error: GraphQLError): GraphQLFormattedError;
}

/** An answer, ready to be sent behind any message id. */
export interface Answer {
	readonly tail: Buffer;
	/** Something broke on our side: the answer is not the truth. */
	readonly isFault: boolean;
	readonly errors: readonly GraphQLFormattedError[] | undefined;
}

/** Executes an operation once and serialises its answer once. Never rejects: faults become answers. */
export async function answer<V>(
	world: ExecutionWorld<V>,
	operation: AllowedOperation,
	viewer: V,
	upgrade: UpgradeFacts | null,
	rootValue?: unknown,
): Promise<Answer> {
	try {
		return toldBy(world, await run(world, operation, viewer, upgrade, rootValue));
	} catch (error) {
		return toldBy(world, { errors: [asGraphQLError(error)], data: null });
	}
}

/** Throws where the data cannot be written as JSON. */
function toldBy<V>(world: ExecutionWorld<V>, result: ExecutionResult): Answer {
	const errors = result.errors?.map((error) => world.formatError(error));
	const isFault = errors?.some(({ extensions }) => extensions?.code === "INTERNAL_SERVER_ERROR") ?? false;
	return { tail: nextTail({ ...(errors && { errors }), data: result.data ?? null }), isFault, errors };
}

async function run<V>(
	world: ExecutionWorld<V>,
	{ document, operation, variables }: AllowedOperation,
	viewer: V,
	upgrade: UpgradeFacts | null,
	rootValue: unknown,
): Promise<ExecutionResult> {
	return execute({
		schema: world.schema,
		document,
		rootValue,
		contextValue: await world.contextFor(viewer, upgrade),
		variableValues: variables as Record<string, unknown>,
		operationName: operation.name?.value ?? null,
	});
}

/** Any thrown thing as a GraphQLError; what is not one already keeps its cause, so that it is masked. */
export function asGraphQLError(error: unknown): GraphQLError {
	if (error instanceof GraphQLError) return error;
	return new GraphQLError("fault", {
		originalError: error instanceof Error ? error : new Error(String(error)),
	});
}
