import { describe, expect, it } from "vitest";
import { CloseCode } from "../index.ts";
import { settled, TestClient } from "../testing/socketPair.ts";
import { type TestWorld, testWorld } from "../testing/testWorld.ts";

const LOG = "subscription ($after: String) { log(id: 1, after: $after) { cursor text } }";

/** Two instances over the log of the first, as two processes over one database. */
function twoInstances(): [TestWorld, TestWorld] {
	const first = testWorld();
	return [first, testWorld({ streams: first.options.streams })];
}

function cursors(client: TestClient): string[] {
	return client.received.filter(({ type }) => type === "next").map(({ payload }) => payload.data.log.cursor);
}

/** Reads on the first instance until it stops; what comes meanwhile is missed; then reads on from `resumeAt`. */
async function afterRestart(resumeAt: (shown: readonly string[]) => string | null) {
	const [first, second] = twoInstances();
	const client = await TestClient.ready(first.live);
	client.subscribe("s", LOG, { after: null });
	await settled();
	for (let count = 0; count < 5; count += 1) first.live.append("log:1", [first.commit("before")]);
	await settled();
	const shown = cursors(client);
	await first.live.stop();
	for (let count = 0; count < 5; count += 1) first.commit("meanwhile");
	const again = await TestClient.ready(second.live);
	again.subscribe("s", LOG, { after: resumeAt(shown) });
	await settled();
	second.live.append("log:1", [first.commit("after")]);
	await settled();
	return {
		first,
		client,
		again,
		all: [...shown, ...cursors(again)],
		committed: first.log.map(({ cursor }) => cursor),
	};
}

describe("[L16] an instance that stops", () => {
	it("tells everybody to come back, and any other instance goes on where it was", async () => {
		const { client, all, committed } = await afterRestart((shown) => shown.at(-1) ?? null);
		expect(client.closed?.code).toBe(CloseCode.ServiceRestart);
		expect(all).toEqual(committed);
	});

	it("would have shown events twice or not at all to who resumes elsewhere", async () => {
		for (const resumeAt of [() => null, () => "e:6"]) {
			const { all, committed } = await afterRestart(resumeAt);
			expect(all).not.toEqual(committed);
		}
	});

	it("lets come to its end what is under way, and sends no more", async () => {
		const world = testWorld();
		let commit = () => {};
		world.gate = new Promise<void>((resolve) => {
			commit = resolve;
		});
		const client = await TestClient.ready(world.live);
		client.subscribe("m", "{ slow }");
		let hasStopped = false;
		const stopped = world.live.stop().then(() => {
			hasStopped = true;
		});
		await settled();
		expect(hasStopped).toBe(false);
		commit();
		await stopped;
		expect(client.received).toEqual([]);
	});
});

describe("[34] a cursor", () => {
	const foreign: [what: string, after: string][] = [
		["of another log", "of:another:log"],
		["of another epoch", "d:3"],
		["from the future", "e:999"],
		["that is empty", ""],
		["that is a query", "' or 1=1 --"],
	];

	it.each(foreign)("%s is refused by a typed error, and brings no event", async (_what, after) => {
		const world = testWorld();
		for (let count = 0; count < 3; count += 1) world.commit("secret");
		const client = await TestClient.ready(world.live);
		client.subscribe("s", LOG, { after });
		const { payload } = await client.hears("error", "s");
		expect(payload[0].extensions.code).toBe("INVALID_CURSOR");
		expect(cursors(client)).toEqual([]);
	});

	it.each(foreign)("%s would be let in by a store that does not look at it", async (_what, after) => {
		const enter = () => ({ topics: ["log:1"], scope: "anybody", viewer: nobody });
		const { live } = testWorld({
			streams: { log: { kind: "log", enter, read: async () => ({ events: [] }) } },
		});
		const client = await TestClient.ready(live);
		client.subscribe("s", LOG, { after });
		await settled();
		expect([client.received, live.health().groups]).toEqual([[], 1]);
	});
});

const nobody = { personId: null, signInId: null, roles: [] };
