import { runCommand } from "../../scripts/runCommand.mjs";

/** Builds the server, or sees that nothing changed. Throws with what the build said. */
export async function built(): Promise<void> {
	const { ok, output } = await runCommand([
		"turbo",
		"run",
		"build",
		"--filter=@crossroads/server",
		"--output-logs=errors-only",
	]);
	if (!ok) throw new Error(`the server could not be built:\n${output}`);
}
