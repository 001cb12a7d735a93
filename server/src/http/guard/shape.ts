import {
	type DefinitionNode,
	type DocumentNode,
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLError,
	Kind,
	OperationTypeNode,
	type SelectionNode,
	type SelectionSetNode,
} from "graphql";
import { guardLimits, type LimitName } from "./limits.ts";
import { badInput, beyond } from "./refusal.ts";

const LIMITED = [
	"depth",
	"introspectionDepth",
	"introspections",
	"introspectionAliases",
	"introspectionLists",
	"aliases",
	"duplicates",
	"directives",
	"fields",
] as const satisfies LimitName[];

/** How large a document is, with its fragments spread out, without knowing the schema. */
interface Shape extends Record<(typeof LIMITED)[number], number> {
	/** How deep the lists of a type's members stand in each other, should this be introspection. */
	memberLists: number;
}

/** What `__Type` lists of a type. */
const MEMBER_LISTS = ["fields", "inputFields", "enumValues", "interfaces", "possibleTypes"];

const EMPTY: Shape = {
	depth: 0,
	introspectionDepth: 0,
	introspections: 0,
	introspectionAliases: 0,
	introspectionLists: 0,
	memberLists: 0,
	aliases: 0,
	duplicates: 0,
	directives: 0,
	fields: 0,
};

/**
 * The first limit of shape that a parsed document breaks, or undefined. Linear in the document: each fragment is
 * measured once, however often it is spread. Runs before validation, some of whose rules are not linear.
 */
export function shapeProblem(document: DocumentNode): GraphQLError | undefined {
	if (document.definitions.length > guardLimits.definitions.most) return beyond("definitions");
	const measure = measurer(document);
	for (const definition of document.definitions) {
		if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
			continue;
		const shape = measure(definition.selectionSet, definition.directives?.length ?? 0);
		const problem = shape
			? sizeProblem(definition, shape)
			: badInput("Fragments must not spread themselves.", definition);
		if (problem) return problem;
	}
	return document.definitions.map((definition) => rootProblem(definition, document)).find(Boolean);
}

function sizeProblem(definition: DefinitionNode, shape: Shape): GraphQLError | undefined {
	const isIntrospection =
		definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith("__");
	const sizes = isIntrospection ? { ...shape, depth: 0, introspectionDepth: shape.depth } : shape;
	const broken = LIMITED.find((name) => sizes[name] > guardLimits[name].most);
	return broken && beyond(broken, definition);
}

function rootProblem(definition: DefinitionNode, document: DocumentNode): GraphQLError | undefined {
	if (definition.kind !== Kind.OPERATION_DEFINITION) return undefined;
	const limit: LimitName = definition.operation === OperationTypeNode.MUTATION ? "mutations" : "rootFields";
	const count = rootFields(definition.selectionSet, document);
	return count > guardLimits[limit].most ? beyond(limit, definition) : undefined;
}

function measurer(document: DocumentNode) {
	const fragments = fragmentsOf(document);
	const measured = new Map<string, Shape | null>();

	/** Null: a fragment spreads itself. */
	function measureSet({ selections }: SelectionSetNode, directives: number): Shape | null {
		const total = { ...EMPTY, directives, duplicates: duplicates(selections) };
		for (const selection of selections) {
			const shape = measureSelection(selection);
			if (!shape) return null;
			add(total, shape);
		}
		return total;
	}

	function measureSelection(selection: SelectionNode): Shape | null {
		const directives = selection.directives?.length ?? 0;
		if (selection.kind === Kind.FRAGMENT_SPREAD)
			return withDirectives(measureFragment(selection.name.value), directives);
		if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet, directives);
		const inner = selection.selectionSet
			? measureSet(selection.selectionSet, directives)
			: { ...EMPTY, directives };
		return inner && around(selection, inner);
	}

	function measureFragment(name: string): Shape | null {
		const known = measured.get(name);
		if (known !== undefined) return known;
		const fragment = fragments.get(name);
		if (!fragment) return EMPTY; // validation says so
		measured.set(name, null);
		const shape = measureSet(fragment.selectionSet, fragment.directives?.length ?? 0);
		measured.set(name, shape);
		return shape;
	}

	return measureSet;
}

/** The shape of a field around that of what it selects. */
function around(field: FieldNode, inner: Shape): Shape {
	const name = field.name.value;
	const shape = {
		...inner,
		fields: inner.fields + 1,
		aliases: inner.aliases + (field.alias ? 1 : 0),
		memberLists: inner.memberLists + (MEMBER_LISTS.includes(name) ? 1 : 0),
	};
	if (name !== "__schema" && name !== "__type")
		return {
			...shape,
			depth: inner.depth + 1,
			introspectionDepth: inner.introspectionDepth && inner.introspectionDepth + 1,
		};
	return {
		...shape,
		depth: 1,
		introspectionDepth: inner.depth + 1,
		introspections: inner.introspections + 1,
		introspectionAliases: inner.aliases,
		introspectionLists: inner.memberLists,
	};
}

function add(total: Shape, shape: Shape): void {
	for (const name of [
		"depth",
		"introspectionDepth",
		"introspectionLists",
		"memberLists",
		"duplicates",
	] as const)
		total[name] = Math.max(total[name], shape[name]);
	for (const name of ["introspections", "introspectionAliases", "aliases", "directives", "fields"] as const)
		total[name] += shape[name];
}

function withDirectives(shape: Shape | null, directives: number): Shape | null {
	return shape && { ...shape, directives: shape.directives + directives };
}

/** How many fields of one selection, inline fragments included, bear a name that another of them bears. */
function duplicates(selections: readonly SelectionNode[]): number {
	const names: string[] = [];
	const collect = (inner: readonly SelectionNode[]) => {
		for (const selection of inner) {
			if (selection.kind === Kind.FIELD) names.push((selection.alias ?? selection.name).value);
			else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet.selections);
			else names.push(`...${selection.name.value}`);
		}
	};
	collect(selections);
	return names.length - new Set(names).size;
}

/** Counted after the shape is known to be small. */
function rootFields({ selections }: SelectionSetNode, document: DocumentNode): number {
	let count = 0;
	for (const selection of selections) {
		if (selection.kind === Kind.FIELD) count += 1;
		else if (selection.kind === Kind.INLINE_FRAGMENT) count += rootFields(selection.selectionSet, document);
		else {
			const fragment = fragmentsOf(document).get(selection.name.value);
			if (fragment) count += rootFields(fragment.selectionSet, document);
		}
	}
	return count;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const definition of definitions)
		if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
	return fragments;
}
