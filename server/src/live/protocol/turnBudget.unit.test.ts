import { describe, expect, it } from "vitest";
import { TestClient } from "../testing/socketPair.ts";
import { testWorld } from "../testing/testWorld.ts";
import { TurnBudget } from "./TurnBudget.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

function busy(ms: number): void {
	const end = performance.now() + ms;
	while (performance.now() < end);
}

/** A guard that takes its time for every document, on a socket that sends many in one turn. */
async function flooded(budgetMs: number) {
	const guarded = testWorld();
	const judged: number[] = [];
	let turns = 0;
	const world = testWorld({
		turnBudget: new TurnBudget(budgetMs),
		guard: {
			judge(request) {
				busy(2);
				judged.push(turns);
				return guarded.options.guard.judge(request);
			},
		},
	});
	const client = await TestClient.ready(world.live);
	for (let id = 0; id < 20; id += 1) client.subscribe(String(id), "{ value }");
	client.say({ type: "ping" });
	const isPausedMeanwhile = client.isPaused;
	for (; judged.length < 20; turns += 1) await turn();
	const perTurn = judged.map((at) => judged.filter((other) => other === at).length);
	return { client, world, isPausedMeanwhile, mostInOneTurn: Math.max(...perTurn) };
}

describe("[L17] documents that take their time", () => {
	it("are judged a few in a turn, in order, and the socket is read no further meanwhile", async () => {
		const { client, isPausedMeanwhile, mostInOneTurn } = await flooded(4);
		expect(mostInOneTurn).toBeLessThanOrEqual(4); // of this turn and of the next, if that came before ours
		expect(isPausedMeanwhile).toBe(true);
		await client.hears("pong");
		expect(client.isPaused).toBe(false);
		await client.hears("complete", "19");
	});

	it("would all be judged in one turn without the budget", async () => {
		const { isPausedMeanwhile, mostInOneTurn } = await flooded(Number.POSITIVE_INFINITY);
		expect([isPausedMeanwhile, mostInOneTurn]).toEqual([false, 20]);
	});

	it("are forgotten when their socket is gone", async () => {
		const world = testWorld({ turnBudget: new TurnBudget(0) });
		const client = await TestClient.ready(world.live);
		client.subscribe("1", "mutation { set(value: 7) }");
		client.cut();
		for (let count = 0; count < 3; count += 1) await turn();
		expect(world.value).toBe(1);
	});
});

describe("[L17] a budget", () => {
	it("is spent by what is about to be executed, until the turn is over", async () => {
		const budget = new TurnBudget(10);
		budget.charge(1_900);
		expect(budget.isSpent).toBe(false);
		budget.charge(200);
		expect(budget.isSpent).toBe(true);
		const ran: string[] = [];
		const late = budget.run(() => ran.push("late"));
		expect(ran).toEqual([]);
		await late;
		expect(budget.isSpent).toBe(false);
		expect(await budget.run(() => "at once")).toBe("at once");
		await expect(budget.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
	});

	it("is charged for queries on sockets, which wait then; not for subscriptions, which share", async () => {
		const guarded = testWorld().options.guard;
		const guard = {
			judge(request: { query: string }) {
				const { allowed } = guarded.judge(request);
				return { allowed: { ...allowed!, cost: 1_000_000 } };
			},
		};
		for (const [query, waits] of [
			["{ value }", true],
			["subscription { counter(id: 1) { value } }", false],
		] as const) {
			const client = await TestClient.ready(testWorld({ turnBudget: new TurnBudget(4_000), guard }).live);
			client.subscribe("1", query);
			client.subscribe("2", query);
			expect(client.isPaused).toBe(waits);
			await client.next("2");
		}
	});

	it("serves those who wait one after the other, as many in a turn as fit, and one at least", async () => {
		const budget = new TurnBudget(4);
		const served: string[] = [];
		const go = (name: string, rounds: number) => () => {
			budget.spend(() => busy(5));
			served.push(name);
			if (rounds > 1) budget.wait(go(name, rounds - 1));
		};
		budget.wait(go("greedy", 3));
		budget.wait(go("modest", 1));
		expect(budget.isSpent).toBe(true);
		await turn();
		expect(served).toEqual(["greedy"]);
		while (budget.isSpent) await turn();
		expect(served).toEqual(["greedy", "modest", "greedy", "greedy"]);
	});
});

/** Forty strangers who each word the same question differently, and three who ask alike; then one event. */
async function worded(budgetMs: number) {
	const world = testWorld({ turnBudget: new TurnBudget(budgetMs) });
	const names = [...Array.from({ length: 40 }, (_, at) => `Worded${at}`), "Alike", "Alike", "Alike"];
	const clients = await Promise.all(names.map(() => TestClient.ready(world.live)));
	for (const [at, client] of clients.entries()) {
		client.subscribe("1", `subscription ${names[at]} { counter(id: "a") { value } }`);
		await client.hears("next", "1");
	}
	const before = world.executions.counter as number;
	world.value = 2;
	world.live.announce("counter:a");
	await Promise.resolve();
	const firstTurn: number[] = [];
	while ((world.executions.counter as number) < before + 41) {
		firstTurn.push((world.executions.counter as number) - before);
		await turn();
	}
	for (const client of clients) await client.hears("next", "1");
	return {
		mostInOneTurn: Math.max(...firstTurn.map((count, at) => count - (firstTurn[at - 1] ?? 0)), 0),
		turns: firstTurn.length,
	};
}

describe("[L18] one event and many groups", () => {
	it("is executed for a few of them in a turn, and for all in the end", async () => {
		const { mostInOneTurn, turns } = await worded(0.000_1);
		expect(mostInOneTurn).toBeLessThanOrEqual(2);
		expect(turns).toBeGreaterThan(20);
	});

	it("twin: without the budget all are executed in one turn", async () => {
		expect((await worded(Number.POSITIVE_INFINITY)).turns).toBeLessThanOrEqual(2);
	});
});
