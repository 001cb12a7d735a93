import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";

const repository = new URL("../", import.meta.url).pathname;

const sizes = ["--cycles", "2", "--writers", "4", "--voters", "20", "--cycle-ms", "1200", "--no-build"];

/** `npm run trial -- <name>`, small. */
async function trial(name: string, ...options: string[]): Promise<{ code: number; output: string }> {
	const child = spawn(process.execPath, ["trials/run.ts", name, ...sizes, ...options], {
		cwd: repository,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	onTestFinished(async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		console.error(output);
		child.kill("SIGTERM");
		await once(child, "close");
	});
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	const [code] = (await once(child, "close")) as [number];
	return { code, output };
}

// Servers start a dozen times in each: on a busy machine that takes minutes.
describe("the trials, two cycles of each", { timeout: 300_000 }, () => {
	test("crash: nothing acknowledged is lost when servers, PostgreSQL and Redis are killed", async () => {
		const { code, output } = await trial("crash", "--seed", "7");
		expect(output).toContain("✓ acknowledged and lost: 0");
		expect(code, output).toBe(0);
	});

	test("votes: every acknowledged ballot counts once, and no other does", async () => {
		const { code, output } = await trial("votes", "--seed", "7");
		expect(output).toContain("✓ acknowledged and lost: 0");
		expect(code, output).toBe(0);
	});

	test.each(["crash", "votes"])("%s: an update or a ballot that is taken away is found out", async (name) => {
		const { code, output } = await trial(name, "--cycles", "1", "--sabotage");
		expect(output).toMatch(/✗ acknowledged and lost: [1-9]/);
		expect(code).toBe(1);
	});
});
