import type { FastifyInstance } from "fastify";

/** Looks at one thing the server needs; rejects, or resolves false, while it is down. */
export type ReadyCheck = () => Promise<unknown> | unknown;

const PATIENCE_MS = 2_000;

/** `/healthz`: the process answers. `/readyz`: it can do its work; 503 names what is down, without details. */
export function serveHealth(app: FastifyInstance, checks: Readonly<Record<string, ReadyCheck>>): void {
	app.get("/healthz", async (_request, reply) =>
		reply.header("cache-control", "no-store").send({ status: "up" }),
	);
	app.get("/readyz", async (_request, reply) => {
		const results = await Promise.all(
			Object.entries(checks).map(async ([name, check]) => [name, await state(check)]),
		);
		const isReady = results.every(([, result]) => result === "up");
		void reply.code(isReady ? 200 : 503).header("cache-control", "no-store");
		return { status: isReady ? "up" : "down", checks: Object.fromEntries(results) };
	});
}

async function state(check: ReadyCheck): Promise<"up" | "down"> {
	let timer: NodeJS.Timeout | undefined;
	const patience = new Promise<false>((resolve) => {
		timer = setTimeout(resolve, PATIENCE_MS, false);
	});
	try {
		return (await Promise.race([check(), patience])) === false ? "down" : "up";
	} catch {
		return "down";
	} finally {
		clearTimeout(timer);
	}
}
