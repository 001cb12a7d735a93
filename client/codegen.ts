import type { CodegenConfig } from "@graphql-codegen/cli";

const publicDocuments = "src/publicGraph/**/*.{ts,tsx,graphql}";
const generated = "src/**/gql/**";

const output = {
	preset: "client",
	presetConfig: { fragmentMasking: false },
	config: {
		enumsAsTypes: true,
		useTypeImports: true,
		strictScalars: true,
		defaultScalarType: "unknown",
		scalars: {
			DateTime: "string",
			Date: "string",
			UpdateBytes: "string",
			JSONObject: "Record<string, unknown>",
		},
	},
} as const;

/** Typed documents, made from the schemas that the server prints: one set for each endpoint. */
const config: CodegenConfig = {
	importExtension: ".ts",
	generates: {
		"src/gql/": {
			...output,
			schema: "../server/schema.graphql",
			documents: ["src/**/*.{ts,tsx,graphql}", `!${publicDocuments}`, `!${generated}`],
		},
		"src/publicGraph/gql/": {
			...output,
			schema: "../server/public.graphql",
			documents: [publicDocuments, `!${generated}`],
		},
	},
	ignoreNoDocuments: true,
	silent: true,
};

export default config;
