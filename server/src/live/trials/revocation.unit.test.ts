import { afterEach, describe, expect, it, vi } from "vitest";
import { CloseCode } from "../index.ts";
import { Connection } from "../protocol/Connection.ts";
import { NewsBus } from "../testing/schedules/NewsBus.ts";
import { settled, TestClient } from "../testing/socketPair.ts";
import { person, type TestWorld, testWorld } from "../testing/testWorld.ts";

const COUNTER = 'subscription { counter(id: "closed") { value } }';
const LOG = 'subscription { log(id: "closed") { cursor } }';

/** Two instances that hear each other, and ada, who may see what is closed, with a socket on each. */
async function onTwoInstances() {
	const bus = new NewsBus();
	const worlds: TestWorld[] = [];
	const clients: TestClient[] = [];
	for (let index = 0; index < 2; index += 1) {
		const world = testWorld({ news: bus.join(() => {}) });
		await world.live.start();
		world.people.set("ada", person("ada", ["insider"]));
		worlds.push(world);
	}
	const hear = () => {
		for (const letter of bus.underWay.splice(0)) bus.carry(letter);
	};
	hear();
	for (const world of worlds) {
		const client = await TestClient.ready(world.live, "ada");
		client.subscribe("state", COUNTER);
		client.subscribe("log", LOG);
		await client.next("state");
		clients.push(client);
	}
	/** Everything changes, on both instances, and is announced on the first. */
	const changeEverything = async () => {
		for (const world of worlds) {
			world.value += 1;
			world.commit("secret");
		}
		worlds[0]?.live.announce("counter:closed");
		worlds[0]?.live.announce("log:closed");
		hear();
		await settled();
	};
	/** The same change of a person for both, announced on the first instance. */
	const changed = (change: (world: TestWorld) => void) => {
		for (const world of worlds) change(world);
		worlds[0]?.live.viewerChanged("ada");
		hear();
	};
	return { clients, changeEverything, changed };
}

const revocations: readonly [what: string, change: (world: TestWorld) => void][] = [
	["loses the role", ({ people }) => void people.set("ada", person("ada", ["member"]))],
	["signs out", ({ people }) => void people.delete("ada")],
	[
		"signs in anew, which ends the sign-in before",
		({ people }) => void people.set("ada", { ...person("ada", ["insider"]), signInId: "another" }),
	],
	["is erased", ({ people }) => void people.set("ada", null)],
];

afterEach(() => void vi.restoreAllMocks());

describe("[L11] [30] who", () => {
	it.each(revocations)(
		"%s gets nothing more, and is closed 4403, on every instance",
		async (_what, change) => {
			const { clients, changeEverything, changed } = await onTwoInstances();
			changed(change);
			await changeEverything();
			for (const client of clients) {
				await vi.waitFor(() => expect(client.closed?.code).toBe(CloseCode.Forbidden));
				expect(client.received.filter(({ type }) => type === "next")).toEqual([]);
			}
		},
	);

	it.each(revocations)("%s would get everything on, if nobody looked again", async (_what, change) => {
		vi.spyOn(Connection.prototype, "reviewViewer").mockImplementation(() => {});
		const { clients, changeEverything, changed } = await onTwoInstances();
		changed(change);
		await changeEverything();
		for (const client of clients) {
			expect(
				client.received
					.filter(({ type }) => type === "next")
					.map(({ id }) => id)
					.sort(),
			).toEqual(["log", "state"]);
			expect(client.closed).toBeNull();
		}
	});

	it("loses nothing gets all that was missed while it was looked at", async () => {
		const { clients, changeEverything, changed } = await onTwoInstances();
		changed(() => {});
		await changeEverything();
		for (const client of clients) {
			expect(await client.next("state")).toEqual({ data: { counter: { value: 2 } } });
			expect(await client.next("log")).toEqual({ data: { log: { cursor: "e:1" } } });
			expect(client.closed).toBeNull();
		}
	});
});
