import {
	type DocumentNode,
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLCompositeType,
	type GraphQLField,
	type GraphQLSchema,
	getArgumentValues,
	getNamedType,
	getNullableType,
	isCompositeType,
	isListType,
	isUnionType,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
	typeFromAST,
} from "graphql";
import { ASSUMED_LIST_SIZE, guardLimits } from "./limits.ts";
import { isConnection, unpaged } from "./pagedConnections.ts";
import { badInput, beyond } from "./refusal.ts";

/** What is counted, and with which values. */
export interface CostQuestion {
	readonly schema: GraphQLSchema;
	readonly document: DocumentNode;
	readonly operation: OperationDefinitionNode;
	/** Coerced: literals, variables and defaults all come out the same [threat 8]. */
	readonly variables: Readonly<Record<string, unknown>>;
	/** Whether every connection must be paged [threat 9]. */
	readonly requiresPaging: boolean;
}

/**
 * Counts the objects that the answer may hold: each object is one, and a list multiplies by its size, which is
 * `first` or `last` where it is paged. The document has been validated and its shape is small, so fragments are
 * spread out here. Throws the GraphQLError that refuses it.
 */
export function costOf(question: CostQuestion): number {
	const root = question.schema.getRootType(question.operation.operation);
	const cost = root ? new Counter(question).set(question.operation.selectionSet, root, false) : 0;
	if (cost > guardLimits.cost.most) throw beyond("cost", question.operation);
	return cost;
}

/** What a whole schema tells of itself takes 10 ms, as so many objects do. */
const COST_OF_INTROSPECTION = 2_000;

class Counter {
	readonly #fragments = new Map<string, FragmentDefinitionNode>();

	constructor(private readonly question: CostQuestion) {
		for (const definition of question.document.definitions)
			if (definition.kind === Kind.FRAGMENT_DEFINITION)
				this.#fragments.set(definition.name.value, definition);
	}

	/** `isPaged`: the parent's `first` or `last` has already counted this selection's `edges` and `nodes`. */
	set({ selections }: SelectionSetNode, parent: GraphQLCompositeType, isPaged: boolean): number {
		let cost = 0;
		for (const selection of selections) {
			if (selection.kind === Kind.FIELD) cost += this.#field(selection, parent, isPaged);
			else {
				const fragment =
					selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
				if (fragment) cost += this.set(fragment.selectionSet, this.#type(fragment, parent), isPaged);
			}
		}
		return cost;
	}

	#type(fragment: { typeCondition?: FragmentDefinitionNode["typeCondition"] }, parent: GraphQLCompositeType) {
		const type = fragment.typeCondition && typeFromAST(this.question.schema, fragment.typeCondition);
		return isCompositeType(type) ? type : parent;
	}

	#field(node: FieldNode, parent: GraphQLCompositeType, isPaged: boolean): number {
		const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
		if (!field) return node.selectionSet ? COST_OF_INTROSPECTION : 0; // __schema, __type; else __typename
		const page = this.#page(node, field);
		const type = getNamedType(field.type);
		const own = isCompositeType(type) ? 1 : 0;
		const inner =
			node.selectionSet && isCompositeType(type) ? this.set(node.selectionSet, type, page !== null) : 0;
		return (page ?? unpagedSize(field, isPaged)) * (own + inner);
	}

	/** The size that the arguments ask for; null where they ask for none. Throws where they cannot be. */
	#page(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
		if (!field.args.some(({ name }) => name === "first" || name === "last")) return null;
		const { first, last } = getArgumentValues(
			field,
			node,
			this.question.variables as Record<string, unknown>,
		);
		const isGiven = (name: string) => node.arguments?.some((argument) => argument.name.value === name);
		if (isGiven("first") && isGiven("last") && first != null && last != null)
			throw badInput(`${field.name}: give first or last, not both.`, node);
		const size = isGiven("last") ? (last ?? first) : (first ?? last);
		if (size == null && this.question.requiresPaging && isConnection(field)) throw unpaged(field, node);
		if (size == null) return null;
		if (typeof size !== "number" || size < 0)
			throw badInput(`${field.name}: first and last count from 0.`, node);
		if (size > guardLimits.page.most) throw beyond("page", node);
		return size;
	}
}

function unpagedSize(field: GraphQLField<unknown, unknown>, isPaged: boolean): number {
	if (isPaged && (field.name === "edges" || field.name === "nodes")) return 1;
	const declared = field.extensions.listSize;
	if (typeof declared === "number") return declared;
	return isListType(getNullableType(field.type)) || isConnection(field) ? ASSUMED_LIST_SIZE : 1;
}
