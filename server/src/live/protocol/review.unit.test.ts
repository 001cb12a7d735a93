import { describe, expect, it, vi } from "vitest";
import { CloseCode } from "../index.ts";
import { settled, TestClient } from "../testing/socketPair.ts";
import { person, testWorld } from "../testing/testWorld.ts";

const COUNTER = "subscription ($id: ID!) { counter(id: $id) { value } }";

async function insider() {
	const world = testWorld();
	world.people.set("ada", person("ada", ["insider"]));
	const client = await TestClient.ready(world.live, "ada");
	client.subscribe("s", COUNTER, { id: "closed" });
	await client.next("s");
	return { world, client };
}

describe("[L11] who loses the right to look", () => {
	it("is closed 4403 when the sign-in is gone, and gets nothing more", async () => {
		const { world, client } = await insider();
		world.people.delete("ada");
		world.live.viewerChanged("ada");
		world.value = 2;
		world.live.announce("counter:closed");
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.Forbidden));
		expect(client.received).toEqual([]);
		expect(world.live.health()).toMatchObject({ sockets: 0, groups: 0 });
	});

	it("is told of each refused subscription, keeps the others, and stays", async () => {
		const { world, client } = await insider();
		client.subscribe("open", COUNTER, { id: "open" });
		await client.next("open");
		world.people.set("ada", person("ada", ["member"]));
		world.live.viewerChanged("ada");
		const { payload } = await client.hears("error", "s");
		expect(payload[0].extensions.code).toBe("NOT_FOUND");
		world.value = 2;
		world.live.announce("counter:open");
		world.live.announce("counter:closed");
		expect(await client.next("open")).toEqual({ data: { counter: { value: 2 } } });
		await settled();
		expect(client.received).toEqual([]);
	});

	it("is closed 4403 where nothing is left to see", async () => {
		const { world, client } = await insider();
		world.people.set("ada", person("ada", ["member"]));
		world.live.viewerChanged("ada");
		await client.hears("error", "s");
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.Forbidden));
	});

	it("gets nothing from the announcement on, however long the look takes", async () => {
		const { world, client } = await insider();
		let answer = (_: null) => {};
		vi.spyOn(world.options, "viewerOf").mockReturnValue(
			new Promise((resolve) => {
				answer = resolve;
			}),
		);
		world.live.viewerChanged("ada");
		world.value = 2;
		world.live.announce("counter:closed");
		await settled();
		expect(client.received).toEqual([]);
		answer(null);
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.Forbidden));
	});

	it("is not let in by an answer from before the change", async () => {
		const world = testWorld();
		world.people.set("ada", person("ada", ["insider"]));
		const client = new TestClient(world.live, "ada");
		client.say({ type: "connection_init" }); // asks who looks
		world.people.delete("ada");
		world.live.viewerChanged("ada"); // before the answer is here
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.Forbidden));
	});

	it("is not let in by such an answer either while many others change", async () => {
		const world = testWorld();
		const answers = [person("ada"), person("ada"), person("ada"), person("ada"), person("ada"), null];
		vi.spyOn(world.options, "viewerOf").mockImplementation(async () => {
			const viewer = answers.shift() ?? null;
			world.live.viewerChanged("somebody else");
			world.live.viewerChanged("ada");
			return viewer;
		});
		const client = new TestClient(world.live, "ada");
		client.say({ type: "connection_init" });
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.Forbidden));
		expect(answers).toEqual([]);
	});

	it("is let in while others change without end", async () => {
		const world = testWorld();
		vi.spyOn(world.options, "viewerOf").mockImplementation(async () => {
			world.live.viewerChanged("somebody else");
			return person("ada");
		});
		await TestClient.ready(world.live, "ada");
	});

	it("gets what it missed when it may stay", async () => {
		const { world, client } = await insider();
		world.live.viewerChanged("ada");
		world.value = 2;
		world.live.announce("counter:closed");
		expect(await client.next("s")).toEqual({ data: { counter: { value: 2 } } });
	});

	it("sees personal answers as the viewer that it is now", async () => {
		const world = testWorld();
		world.people.set("ada", person("ada", ["insider"]));
		const client = await TestClient.ready(world.live, "ada");
		client.subscribe("s", "subscription { counter(id: 1) { mine roles } }");
		expect(await client.next("s")).toEqual({ data: { counter: { mine: "ada", roles: ["insider"] } } });
		world.people.set("ada", person("ada", ["member"]));
		world.live.viewerChanged("ada");
		expect(await client.next("s")).toEqual({ data: { counter: { mine: "ada", roles: ["member"] } } });
	});

	it("is told to come back when it cannot be decided just now", async () => {
		const { world, client } = await insider();
		vi.spyOn(world.options.streams.counter!, "enter").mockRejectedValue(new Error("the database is gone"));
		world.live.viewerChanged("ada");
		await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.TryAgainLater));
	});
});
