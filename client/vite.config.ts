import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.CROSSROADS_SERVER ?? "http://127.0.0.1:4000";
const proxied = { target: server, ws: true, changeOrigin: false };

/** The web client: hashed assets in dist/, nothing inlined (the content security policy allows no data: scripts or fonts). */
export default defineConfig({
	plugins: [react()],
	resolve: { conditions: ["crossroads-source", "module", "browser", "development|production"] },
	server: { proxy: { "/graphql": proxied, "/public/graphql": proxied } },
	build: {
		outDir: "dist",
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		sourcemap: false,
		chunkSizeWarningLimit: 700,
		rolldownOptions: {
			output: {
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
