// npm run build: shared, server and client, through turbo, which skips what did not change.
import { runCommand } from "./runCommand.mjs";

const command = ["turbo", "run", "build", "--output-logs=errors-only", "--log-prefix=none"];
const { ok } = await runCommand(/** @type {[string, ...string[]]} */ (command), { show: true });
process.exitCode = ok ? 0 : 1;
