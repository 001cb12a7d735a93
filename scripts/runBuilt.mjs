// npm start and npm run crossroads: builds quietly what changed, then becomes the built program that is named
// (main or cli) in this very process, so that its output is the terminal's and signals reach it directly.
// `crossroads -- verify-poll` becomes the verifier, which needs nothing that is built.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runCommand } from "./runCommand.mjs";

const [program = "main", ...programArguments] = process.argv.slice(2);

/**
 * npm hands a signal to the shell between itself and us, and most shells die of it without passing it on: we
 * then have another parent, and take it as the signal that it was.
 */
function endWithTheShell() {
	const shell = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(watch);
		process.kill(process.pid, "SIGTERM");
	}, 250);
	watch.unref();
}

/**
 * @param {string} file
 * @param {string[]} rest
 */
async function become(file, rest) {
	process.argv = [process.execPath, file, ...rest];
	process.setSourceMapsEnabled(true);
	await import(pathToFileURL(file).href);
}

async function build() {
	const filter = program === "main" ? [] : ["--filter=@crossroads/server"];
	const { ok, output } = await runCommand(["turbo", "run", "build", "--output-logs=errors-only", ...filter]);
	if (ok) return;
	console.error(output);
	process.exit(1);
}

if (program === "cli" && programArguments[0] === "verify-poll") {
	process.chdir(process.env.INIT_CWD ?? ".");
	await become(join(root, "verifier", "verifyPoll.mjs"), programArguments.slice(1));
} else {
	await build();
	if (process.env.npm_lifecycle_event) endWithTheShell();
	await become(join(root, "server", "dist", `${program}.js`), programArguments);
}
