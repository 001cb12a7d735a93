import { readFileSync } from "node:fs";
import { addTypenameToDocument } from "@apollo/client/utilities";
import {
	buildSchema,
	type DocumentNode,
	type GraphQLInputType,
	type GraphQLSchema,
	isEnumType,
	isInputObjectType,
	isListType,
	isNonNullType,
	Kind,
	print,
	type TypeNode,
	typeFromAST,
} from "graphql";
import { describe, expect, it } from "vitest";
import { createGuard } from "../guard.ts";

const repository = new URL("../../../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, repository), "utf8");

/** The documents that graphql-codegen made of the client's, by name; a fragment alone is none. */
function documentsIn(generated: string): [name: string, document: DocumentNode][] {
	const found = text(generated).matchAll(/^export const (\w+)Document = (\{.*\}) as unknown as/gm);
	return [...found].map(([, name = "", json = ""]) => [name, JSON.parse(json) as DocumentNode]);
}

/** The same as Apollo Client sends it. */
function asSent(document: DocumentNode): string {
	return print(addTypenameToDocument(document));
}

/** The largest honest value: pages are as long as they may be. */
function valueFor(type: GraphQLInputType): unknown {
	if (isNonNullType(type)) return valueFor(type.ofType);
	if (isListType(type)) return [valueFor(type.ofType)];
	if (isEnumType(type)) return type.getValues()[0]?.name;
	if (isInputObjectType(type)) {
		const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
		return Object.fromEntries(required.map((field) => [field.name, valueFor(field.type)]));
	}
	return { Int: 100, Float: 1, Boolean: true }[type.name] ?? "x";
}

function variablesOf(schema: GraphQLSchema, { definitions }: DocumentNode): Record<string, unknown> {
	const declared = definitions.flatMap((one) =>
		one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : [],
	);
	const typed = declared.map(
		({ variable, type }) => [variable.name.value, typeFromAST(schema, type as TypeNode)] as const,
	);
	return Object.fromEntries(typed.map(([name, type]) => [name, valueFor(type as GraphQLInputType)]));
}

const endpoints = [
	["/graphql", "server/schema.graphql", "client/src/gql/graphql.ts", false],
	["/public/graphql", "server/public.graphql", "client/src/publicGraph/gql/graphql.ts", true],
] as const;

describe.each(endpoints)(
	"the documents that our own client sends to %s",
	(_path, schemaPath, generated, requiresPaging) => {
		const schema = buildSchema(text(schemaPath));
		const guard = createGuard({ schema, requiresPaging });
		const documents = documentsIn(generated);
		const operations = documents.filter(([, { definitions }]) =>
			definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION),
		);

		it("are found", () => {
			expect(operations.length).toBeGreaterThan(5);
		});

		it.each(operations)("pass the guard: %s", (_name, document) => {
			const request = { query: asSent(document), variables: variablesOf(schema, document) };
			expect(guard.judge(request).refused?.map(({ message }) => message)).toBeUndefined();
		});

		it.each(operations)("would not pass as a batch in disguise: %s", (_name, document) => {
			const aliases = Array.from({ length: 16 }, (_, index) => `again${index}: __typename`).join(" ");
			const query = asSent(document).replace(/\{/, `{ ${aliases} `);
			expect(guard.judge({ query, variables: variablesOf(schema, document) }).refused).toBeDefined();
		});
	},
);
