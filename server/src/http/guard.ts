import { createHash } from "node:crypto";
import {
	type DocumentNode,
	GraphQLError,
	type GraphQLSchema,
	getOperationAST,
	getVariableValues,
	type Location,
	type OperationDefinitionNode,
	parse,
	print,
	specifiedRules,
	type ValidationRule,
	validate,
	visit,
} from "graphql";
import type { AllowedOperation, Guard, OperationRequest, Verdict } from "../live/index.ts";
import { costOf } from "./guard/cost.ts";
import { bytesOf, DocumentCache } from "./guard/DocumentCache.ts";
import { guardLimits } from "./guard/limits.ts";
import { pagedConnections } from "./guard/pagedConnections.ts";
import { badInput, beyond, told } from "./guard/refusal.ts";
import { shapeProblem } from "./guard/shape.ts";
import { type TrustedDocuments, untrusted } from "./guard/trustedDocuments.ts";

/** A check of the guard, by name. */
type Check = "tokens" | "shape" | "validation" | "cost" | "variables";

/** What a guard guards. */
export interface GuardOptions {
	readonly schema: GraphQLSchema;
	/** Every connection must be given `first` or `last`: for the public graph. */
	readonly requiresPaging?: boolean;
	/** Only these are executed; null: any that the guard allows. */
	readonly trusted?: TrustedDocuments | null;
	/**
	 * Checks to leave out. Only for tests that must see themselves fail without a check; the server never sets it.
	 */
	readonly without?: readonly Check[];
}

interface KnownDocument {
	readonly document: DocumentNode;
	readonly documentKey: string;
}

/**
 * The one verdict on documents, for both endpoints and both transports, before anything is executed: a document
 * passes over HTTP exactly if it passes over WebSocket. Every refusal is an error with a code. Synchronous; takes
 * less than 20 ms for the worst document that a request may hold.
 */
export function createGuard(options: GuardOptions): Guard {
	const { schema, requiresPaging = false, trusted = null, without = [] } = options;
	const rules = without.includes("validation")
		? []
		: requiresPaging
			? [...specifiedRules, pagedConnections]
			: specifiedRules;
	const documents = new DocumentCache<KnownDocument>();

	function known(query: string): KnownDocument {
		const found = documents.get(query);
		if (found) return found;
		const stranger = trusted && untrusted(trusted, query);
		if (stranger) throw stranger;
		const document = checkedDocument(schema, query, rules, without);
		const documentKey = createHash("sha256").update(print(document)).digest("base64url");
		documents.set(query, { document, documentKey }, bytesOf(document));
		return { document, documentKey };
	}

	function allow(request: OperationRequest): AllowedOperation {
		const { document, documentKey } = known(request.query);
		const operation = chosenOperation(document, request.operationName);
		const variables = declaredVariables(operation, request.variables ?? {});
		if (!without.includes("variables")) refuseLargeVariables(variables);
		const coerced = coercedVariables(schema, operation, variables);
		const question = { schema, document, operation, variables: coerced, requiresPaging };
		const cost = without.includes("cost") ? 0 : costOf(question);
		return { document, operation, documentKey, variables, coerced, cost };
	}

	return {
		judge(request: OperationRequest): Verdict {
			try {
				return { allowed: allow(request) };
			} catch (error) {
				if (error instanceof Refused) return { refused: error.errors };
				if (error instanceof GraphQLError) return { refused: [error] };
				return { refused: [badInput("The operation could not be understood.")] };
			}
		},
	};
}

/** Carries several errors out of a check. */
class Refused extends Error {
	constructor(readonly errors: readonly GraphQLError[]) {
		super("refused");
	}
}

function checkedDocument(
	schema: GraphQLSchema,
	query: string,
	rules: readonly ValidationRule[],
	without: readonly Check[],
): DocumentNode {
	const document = parsed(query, without.includes("tokens"));
	const problem = without.includes("shape") ? undefined : shapeProblem(document);
	if (problem) throw problem;
	const errors = validate(schema, document, rules, { maxErrors: guardLimits.problems.most });
	if (errors.length > 0) throw new Refused(errors.map((error) => told(error, "GRAPHQL_VALIDATION_FAILED")));
	forgetTokens(document);
	return document;
}

/** Locations hold on to every token of the text, nearly half of what a document takes; errors need only places. */
function forgetTokens(document: DocumentNode): void {
	visit(document, {
		enter(node: { loc?: object | undefined }) {
			const { start, end, source } = node.loc as Location;
			node.loc = { start, end, source };
		},
	});
}

function parsed(query: string, isUnlimited: boolean): DocumentNode {
	if (!isUnlimited && query.length > guardLimits.characters.most) throw beyond("characters");
	try {
		return parse(query, isUnlimited ? {} : { maxTokens: guardLimits.tokens.most });
	} catch (error) {
		if (!(error instanceof GraphQLError)) throw beyond("tokens");
		throw /more tha[nt] \d+ tokens/.test(error.message)
			? beyond("tokens")
			: told(error, "GRAPHQL_PARSE_FAILED");
	}
}

function chosenOperation(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
	const operation = getOperationAST(document, name ?? undefined);
	if (operation) return operation;
	throw new GraphQLError(name ? "There is no operation of this name." : "Name the operation to execute.", {
		extensions: { code: "OPERATION_RESOLUTION_FAILURE" },
	});
}

function declaredVariables(
	{ variableDefinitions = [] }: OperationDefinitionNode,
	given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const names = variableDefinitions.map(({ variable }) => variable.name.value);
	return Object.fromEntries(
		names.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]),
	);
}

/** Coercion looks at every value, and compares what it does not know with all names that it knows. */
function refuseLargeVariables(variables: unknown): void {
	let level: unknown[] = [variables];
	let count = 0;
	for (let depth = 0; level.length > 0; depth += 1) {
		if (depth > guardLimits.variableDepth.most) throw beyond("variableDepth");
		count += level.length;
		if (count > guardLimits.variableValues.most) throw beyond("variableValues");
		level = level.flatMap((value) =>
			typeof value === "object" && value !== null ? Object.values(value) : [],
		);
	}
}

function coercedVariables(
	schema: GraphQLSchema,
	{ variableDefinitions = [] }: OperationDefinitionNode,
	variables: Record<string, unknown>,
): Record<string, unknown> {
	const { errors, coerced } = getVariableValues(schema, variableDefinitions, variables, {
		maxErrors: guardLimits.problems.most,
	});
	if (errors) throw new Refused(errors.map((error) => told(error, "BAD_USER_INPUT")));
	return coerced;
}
