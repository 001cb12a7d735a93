import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { withoutSuggestion } from "./guard/refusal.ts";

/** Where the details of faults go; pino fits. */
export interface FaultLog {
	error(fields: object, text: string): void;
}

/** Turns an error into what may leave the server. */
export type FormatError = (error: GraphQLError) => GraphQLFormattedError;

const FAULT = "INTERNAL_SERVER_ERROR";

/** What an error may say of itself besides its code. Anything else in its extensions stays here. */
const TOLD = ["code", "limit", "most", "resumeAfter", "retryAfterMs"] as const;

/**
 * [threat 12] An error that was thrown on purpose (a GraphQLError with a code) is told as it is, without suggestions.
 * Any other is a fault: the client gets a code and an id, the log gets the id and the details.
 */
export function errorFormatter(log: FaultLog): FormatError {
	return (error) => (isOnPurpose(error) ? onPurpose(error) : masked(error, log));
}

function isOnPurpose({ extensions, originalError }: GraphQLError): boolean {
	const isCoded = typeof extensions.code === "string" && extensions.code !== FAULT;
	return isCoded && (!originalError || originalError instanceof GraphQLError);
}

function onPurpose(error: GraphQLError): GraphQLFormattedError {
	const { extensions, locations, path } = error;
	const told = TOLD.filter((name) => extensions[name] !== undefined).map((name) => [name, extensions[name]]);
	return {
		message: withoutSuggestion(error.message),
		...(locations && { locations }),
		...(path && { path }),
		extensions: Object.fromEntries(told),
	};
}

function masked(error: GraphQLError, log: FaultLog): GraphQLFormattedError {
	const faultId = randomUUID();
	log.error({ faultId, err: error.originalError ?? error, path: error.path }, "fault");
	return { ...maskedFault(faultId), ...(error.path && { path: error.path }) };
}

/** What a client is told of a fault. */
export function maskedFault(faultId: string): GraphQLFormattedError {
	return { message: "Something broke on our side.", extensions: { code: FAULT, faultId } };
}
