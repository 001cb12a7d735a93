import { createHash } from "node:crypto";
import {
	type FieldNode,
	type FragmentDefinitionNode,
	GraphQLError,
	type GraphQLField,
	GraphQLIncludeDirective,
	type GraphQLSchema,
	GraphQLSkipDirective,
	getArgumentValues,
	getDirectiveValues,
	Kind,
	type SelectionSetNode,
	TypeInfo,
	visit,
	visitWithTypeInfo,
} from "graphql";
import type { AllowedOperation } from "../protocol/Guard.ts";
import type { StreamDefinition } from "../streams.ts";
import { stableJson } from "./stableJson.ts";

/** What the engine has to know of one subscription operation before it can be entered. */
export interface Plan {
	readonly operation: AllowedOperation;
	readonly stream: StreamDefinition;
	/** The root field's arguments, coerced, by their names in the schema. */
	readonly args: Readonly<Record<string, unknown>>;
	/** [L3] Whether a field marked personal occurs anywhere in the document. */
	readonly isPersonal: boolean;
	/** Log: the cursor to resume behind. */
	readonly after: string | null;
	/** What the answer can depend on, but for the viewer's scope [L2]. */
	readonly key: string;
}

/** Plans an allowed subscription. Throws a GraphQLError if no stream serves it. */
export function planSubscription(
	schema: GraphQLSchema,
	streams: Readonly<Record<string, StreamDefinition>>,
	operation: AllowedOperation,
): Plan {
	const { node, field } = rootField(schema, operation);
	const stream = Object.hasOwn(streams, field.name) ? streams[field.name] : undefined;
	if (!stream)
		throw new GraphQLError("This subscription is not served.", { extensions: { code: "BAD_REQUEST" } });
	const args = getArgumentValues(field, node, operation.coerced as Record<string, unknown>);
	const ignored = stream.kind === "log" ? cursorVariable(node, operation) : null;
	const variables = Object.entries(operation.variables).filter(([name]) => name !== ignored);
	return {
		operation,
		stream,
		args,
		isPersonal: isPersonal(schema, operation),
		after: typeof args.after === "string" ? args.after : null,
		key: hash([operation.documentKey, operation.operation.name?.value ?? "", Object.fromEntries(variables)]),
	};
}

function hash(parts: readonly unknown[]): string {
	return createHash("sha256").update(stableJson(parts)).digest("base64url");
}

function rootField(schema: GraphQLSchema, allowed: AllowedOperation) {
	const node = firstField(allowed.operation.selectionSet, allowed);
	const field = node && schema.getSubscriptionType()?.getFields()[node.name.value];
	if (!node || !field)
		throw new GraphQLError("The subscription selects no field.", { extensions: { code: "BAD_REQUEST" } });
	return { node, field: field as GraphQLField<unknown, unknown> };
}

function firstField(selectionSet: SelectionSetNode, allowed: AllowedOperation): FieldNode | undefined {
	for (const selection of selectionSet.selections) {
		if (isLeftOut(selection, allowed)) continue;
		if (selection.kind === Kind.FIELD) return selection;
		const inner =
			selection.kind === Kind.INLINE_FRAGMENT ? selection : fragment(selection.name.value, allowed);
		const found = inner && firstField(inner.selectionSet, allowed);
		if (found) return found;
	}
	return undefined;
}

function isLeftOut(node: SelectionSetNode["selections"][number], { coerced }: AllowedOperation): boolean {
	const skip = getDirectiveValues(GraphQLSkipDirective, node, coerced as Record<string, unknown>);
	const include = getDirectiveValues(GraphQLIncludeDirective, node, coerced as Record<string, unknown>);
	return skip?.if === true || include?.if === false;
}

function fragment(name: string, { document }: AllowedOperation): FragmentDefinitionNode | undefined {
	return document.definitions.find(
		(definition): definition is FragmentDefinitionNode =>
			definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
	);
}

/** The variable that gives the cursor, if it gives nothing else: then readers at different cursors share a group. */
function cursorVariable(root: FieldNode, { operation, document }: AllowedOperation): string | null {
	const value = root.arguments?.find((argument) => argument.name.value === "after")?.value;
	if (value?.kind !== Kind.VARIABLE) return null;
	const name = value.name.value;
	let uses = 0;
	const count = {
		Variable: (node: { name: { value: string } }) => void (node.name.value === name && uses++),
	};
	for (const definition of document.definitions)
		if (definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION)
			visit(definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : definition, count);
	return uses === 1 ? name : null;
}

const personalDocuments = new WeakMap<object, boolean>();

function isPersonal(schema: GraphQLSchema, { document }: AllowedOperation): boolean {
	const known = personalDocuments.get(document);
	if (known !== undefined) return known;
	let found = false;
	const types = new TypeInfo(schema);
	const look = {
		Field: () => {
			if (types.getFieldDef()?.extensions.personal === true) found = true;
		},
	};
	visit(document, visitWithTypeInfo(types, look));
	personalDocuments.set(document, found);
	return found;
}
