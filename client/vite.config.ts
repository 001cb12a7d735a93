import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { shellFiles } from "./scripts/shellFiles.mjs";

const server = process.env.CROSSROADS_SERVER ?? "http://127.0.0.1:4000";
const proxied = { target: server, ws: true, changeOrigin: false };

/** The web client: hashed assets in dist/, nothing inlined (the content security policy allows no data: scripts or fonts). */
export default defineConfig({
	plugins: [react(), shellFiles()],
	resolve: { conditions: ["crossroads-source", "module", "browser", "development|production"] },
	server: {
		proxy: {
			"/graphql": proxied,
			"/public/graphql": proxied,
			"^/polls/[^/]+/board.json$": proxied,
			"/.well-known": proxied,
		},
	},
	build: {
		outDir: "dist",
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		sourcemap: false,
		chunkSizeWarningLimit: 700,
		rolldownOptions: {
			input: { index: "index.html", shellWorker: "src/shell/shellWorker.ts" },
			output: {
				// Browsers look for a newer service worker at the address of the former one.
				entryFileNames: ({ name }) => (name === "shellWorker" ? "[name].js" : "assets/[name]-[hash].js"),
				codeSplitting: {
					groups: [
						{
							name: (file) => `words-${file.match(/(\w+)\.json$/)?.[1]}`,
							test: /[\\/]locales[\\/]\w+\.json$/,
						},
					],
				},
			},
		},
	},
});
