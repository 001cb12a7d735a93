import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { graphClient } from "./testing/graph.ts";

/** What `npm run stage -- --json` prints, as far as the test uses it. */
interface PrintedStage {
	readonly address: string;
	readonly pid: number;
	readonly endpoints: Readonly<Record<string, string>>;
	readonly cookies: readonly string[];
	readonly operations: Readonly<
		Record<string, { endpoint: string; query: string; variables: Record<string, unknown> }>
	>;
	readonly triggers: Readonly<
		Record<"tally" | "draft", { query: string; variables: Record<string, unknown> }>
	>;
}

const DELEGATES = 40;

describe("the stage for outside load clients", () => {
	let child: ChildProcess;
	let stage: PrintedStage;

	beforeAll(async () => {
		const args = ["bench/stage.ts", "--delegates", String(DELEGATES), "--json", "--no-build"];
		const { DATABASE_URL: _, ...environment } = process.env;
		child = spawn(process.execPath, args, {
			cwd: new URL("..", import.meta.url).pathname,
			env: environment,
			stdio: ["ignore", "pipe", "inherit"],
		});
		const printed = once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), "line");
		const ended = once(child, "exit").then(() => Promise.reject(new Error("the stage did not start")));
		const [line] = await Promise.race([printed, ended]);
		stage = JSON.parse(line as string);
	});
	afterAll(() => child?.kill("SIGKILL"));

	test("prints a plenary in which everybody is signed in, and a ballot changes every watched tally", async () => {
		expect(stage.cookies).toHaveLength(DELEGATES);
		const streams = ["poll", "screenTally", "pollTally"].map((name) => watch(stage, name));
		const before = await Promise.all(streams.map(({ next }) => next()));
		expect(before.map(versionIn)).toEqual([versionIn(before[0]), versionIn(before[0]), versionIn(before[0])]);

		const { query, variables } = stage.triggers.tally;
		const voter = graphClient(stage.address, "/graphql", stage.cookies.at(-1));
		const cast = await voter.request<{ castBallot: { refusal: unknown } }>(query, {
			...variables,
			idempotencyKey: crypto.randomUUID(),
		});
		expect(cast.castBallot.refusal).toBeNull();
		for (const { next } of streams) expect(versionIn(await next())).toBe(versionIn(before[0]) + 1);
		for (const { end } of streams) await end();
	});

	test("starts a draft's log with the whole text, and a push of nothing is an event", async () => {
		const { next, end } = watch(stage, "draftUpdates");
		expect(JSON.stringify(await next())).toContain('"isSnapshot":true');
		const { query, variables } = stage.triggers.draft;
		const writer = graphClient(stage.address, "/graphql", stage.cookies.at(-1));
		await writer.request(query, { ...variables, pushId: crypto.randomUUID() });
		expect(JSON.stringify(await next())).toContain('"isSnapshot":false');
		await end();
	});

	test("ends at SIGTERM, and the server with it", async () => {
		child.kill("SIGTERM");
		expect(await once(child, "exit")).toEqual([0, null]);
		expect(() => process.kill(stage.pid, 0)).toThrow("ESRCH");
	});
});

function watch({ endpoints, operations, cookies }: PrintedStage, name: string) {
	const { endpoint, query, variables } = operations[name] as PrintedStage["operations"][string];
	class WithCookie extends WebSocket {
		constructor(url: string, protocol: string) {
			super(url, protocol, endpoint === "webSocket" ? { headers: { cookie: cookies[0] as string } } : {});
		}
	}
	const client = createClient({ url: endpoints[endpoint] as string, webSocketImpl: WithCookie });
	const events = client.iterate({ query, variables });
	return {
		async next(): Promise<unknown> {
			const { value } = await events.next();
			if (value?.errors) throw new Error(JSON.stringify(value.errors));
			return value?.data;
		},
		end: () => client.dispose(),
	};
}

function versionIn(data: unknown): number {
	return Number(/"version":(\d+)/.exec(JSON.stringify(data))?.[1]);
}
