import { createHash } from "node:crypto";

/** Not for readers, or fetched by the browser itself. */
const notKept = /\.map$|shellWorker\.js$/;

/**
 * Writes the list of the client's files into the service worker that keeps them (src/shell/shellWorker.ts).
 * @returns {import("vite").Plugin}
 */
export function shellFiles() {
	return {
		name: "crossroads-shell-files",
		apply: "build",
		enforce: "post",
		generateBundle(_options, bundle) {
			const worker = bundle["shellWorker.js"];
			if (worker?.type !== "chunk") throw new Error("The build made no shellWorker.js.");
			if (worker.imports.length > 0 || worker.exports.length > 0)
				throw new Error("shellWorker.js must stand alone.");
			const names = Object.keys(bundle).filter((name) => !notKept.test(name));
			const files = [...new Set(["index.html", "favicon.svg", ...names])].sort().map((name) => `/${name}`);
			const version = createHash("sha256").update(files.join()).digest("hex").slice(0, 12);
			const list = JSON.stringify(JSON.stringify({ version, files }));
			const code = worker.code.replace(/["'`]__SHELL_FILES__["'`]/, () => list);
			if (code === worker.code) throw new Error("shellWorker.js has no place for the list of files.");
			worker.code = code;
		},
	};
}
