import { defineConfig } from "vitest/config";

const alias = [{ find: /^graphql$/, replacement: "graphql/index.js" }];
const resolve = { alias, conditions: ["crossroads-source"] };
const ssr = { resolve: { conditions: ["crossroads-source"] } };

/** Four kinds of test, told apart by the end of the file's name; the long stories of `npm run nightly` besides. */
export default defineConfig({
	test: {
		projects: [
			{
				resolve,
				ssr,
				test: {
					name: "unit",
					include: ["{server,client,shared}/src/**/*.unit.test.{ts,tsx}", "scripts/*.unit.test.ts"],
					isolate: false,
				},
			},
			{
				resolve,
				ssr,
				test: {
					name: "contract",
					include: ["{server,client,shared}/src/**/*.contract.test.ts"],
					globalSetup: ["server/src/database/testing/globalSetup.ts"],
					server: { deps: { inline: ["type-graphql", "graphql-scalars", "@apollo/server"] } },
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				resolve,
				ssr,
				test: {
					name: "integration",
					include: ["server/src/**/*.integration.test.ts"],
					globalSetup: ["server/src/database/testing/globalSetup.ts"],
					server: { deps: { inline: ["type-graphql", "graphql-scalars", "@apollo/server"] } },
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				resolve,
				ssr,
				test: {
					name: "e2e",
					include: ["e2e/**/*.e2e.test.ts"],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					fileParallelism: false,
				},
			},
			{
				resolve,
				ssr,
				test: {
					name: "nightly",
					include: ["e2e/**/*.nightly.test.ts"],
					testTimeout: 240_000,
					hookTimeout: 240_000,
					fileParallelism: false,
				},
			},
		],
	},
});
