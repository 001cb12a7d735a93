import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

// Twice the most bytes of a push as base64: beyond that nothing is worth decoding.
const longest = 1024 * 1024;

function parse(value: unknown): Uint8Array {
	if (typeof value !== "string" || value.length > longest || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
		throw new GraphQLError("UpdateBytes must be base64.");
	return Buffer.from(value, "base64");
}

/** Base64 in answers and variables, bytes inside. */
export const UpdateBytes = new GraphQLScalarType<Uint8Array, string>({
	name: "UpdateBytes",
	description: "The bytes of a Yjs update (version 1), as base64.",
	serialize(value) {
		const bytes = value as Uint8Array;
		return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
	},
	parseValue: parse,
	parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});
