import {
	type GraphQLField,
	GraphQLInterfaceType,
	type GraphQLNamedType,
	GraphQLObjectType,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isLeafType,
	isRequiredArgument,
} from "graphql";

/** Types on a path: enough for a theme's recommendation's poll's count by partner. */
const LONGEST_PATH = 11;

/**
 * A selection of everything that can be reached from a type by every path of at most twelve types, none of them twice. Connections
 * are asked for 100. Fields whose required arguments are not among `given` are left out.
 */
export function everyPathFrom(
	schema: GraphQLSchema,
	type: GraphQLNamedType,
	given: Readonly<Record<string, string>> = {},
	path: readonly string[] = [],
): string {
	if (path.includes(type.name) || path.length > LONGEST_PATH) return "{ __typename }";
	const inner = [...path, type.name];
	const fields = fieldsOf(type).flatMap((field) => selectionOf(schema, field, given, inner));
	const implementations = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
	const fragments = implementations.map(
		(object) => `... on ${object.name} ${everyPathFrom(schema, object, given, inner)}`,
	);
	return `{ __typename ${[...fields, ...fragments].join(" ")} }`;
}

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
	const hasFields = type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType;
	return hasFields ? Object.values(type.getFields()) : [];
}

/** Fields of the same name in different types of a fragment may have different arguments, so each gets an alias. */
function selectionOf(
	schema: GraphQLSchema,
	field: GraphQLField<unknown, unknown>,
	given: Readonly<Record<string, string>>,
	path: readonly string[],
): string[] {
	const isConnection = field.args.some(({ name }) => name === "first");
	const needed = field.args.filter((arg) => isRequiredArgument(arg)).map(({ name }) => name);
	if (needed.some((name) => !(name in given))) return [];
	const args = [
		...(isConnection ? ["first: 100"] : []),
		...needed.map((name) => `${name}: ${JSON.stringify(given[name])}`),
	];
	const type = getNamedType(field.type);
	const selection = isLeafType(type) ? "" : everyPathFrom(schema, type, given, path);
	const alias = `${path.at(-1)}_${field.name}`;
	return [`${alias}: ${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""} ${selection}`];
}
