import { buildSchema } from "graphql";
import { makeServer } from "graphql-ws";
import { afterEach, describe, expect, it, vi } from "vitest";
import { settled, TestClient } from "../testing/socketPair.ts";
import { testWorld } from "../testing/testWorld.ts";

/** The figures of docs/decisions/0001-live-protocol-over-ws.md that can be counted rather than timed. */
const SUBSCRIBERS = 1_000;
const EVENTS = 10;

/** What one event costs, all subscribers together. */
interface Counted {
	readonly executions: number;
	readonly serialisations: number;
	readonly deliveries: number;
}

afterEach(() => void vi.restoreAllMocks());

/** Counts the texts that JSON.stringify makes of answers. */
function countSerialisations(): () => number {
	const real = JSON.stringify;
	let count = 0;
	vi.spyOn(JSON, "stringify").mockImplementation((value, ...rest) => {
		const text = real(value, ...(rest as []));
		if (text?.includes('"counter":{')) count += 1;
		return text;
	});
	return () => count;
}

async function ours(): Promise<Counted> {
	const world = testWorld();
	const clients: TestClient[] = [];
	for (let index = 0; index < SUBSCRIBERS; index += 1) {
		const client = await TestClient.ready(world.live);
		client.subscribe("s", "subscription { counter(id: 1) { value } }");
		clients.push(client);
	}
	await settled();
	const before = world.executions.counter ?? 0;
	for (const client of clients) client.received.length = 0;
	const serialisations = countSerialisations();
	for (let event = 0; event < EVENTS; event += 1) {
		world.value += 1;
		world.live.announce("counter:1");
		await settled();
	}
	const deliveries = clients.reduce((sum, { received }) => sum + received.length, 0);
	return perEvent({
		executions: (world.executions.counter ?? 0) - before,
		serialisations: serialisations(),
		deliveries,
	});
}

function perEvent({ executions, serialisations, deliveries }: Counted): Counted {
	return {
		executions: executions / EVENTS,
		serialisations: serialisations / EVENTS,
		deliveries: deliveries / EVENTS,
	};
}

/** Events that every subscriber waits for, as a PubSub's async iterator. */
class Ticks {
	#next = Promise.withResolvers<void>();

	tick(): void {
		this.#next.resolve();
		this.#next = Promise.withResolvers();
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<{ counter: { value: number } }> {
		for (let value = 1; ; value += 1) {
			await this.#next.promise;
			yield { counter: { value } };
		}
	}
}

async function stock(): Promise<Counted> {
	const schema = buildSchema(
		"type Query { value: Int } type Subscription { counter: Counter } type Counter { value: Int }",
	);
	const ticks = new Ticks();
	const counted = { executions: 0, serialisations: 0, deliveries: 0 };
	const counter = schema.getSubscriptionType()?.getFields().counter;
	if (counter) {
		counter.subscribe = () => ticks[Symbol.asyncIterator]();
		counter.resolve = (root: { counter: unknown }) => {
			counted.executions += 1;
			return root.counter;
		};
	}
	const server = makeServer({ schema });
	for (let index = 0; index < SUBSCRIBERS; index += 1) {
		let say: (text: string) => Promise<void> = async () => {};
		server.opened(
			{
				protocol: "graphql-transport-ws",
				send: (text) => {
					if (text.includes('"next"')) counted.deliveries += 1;
				},
				close: () => {},
				onMessage: (listener) => {
					say = listener;
				},
			},
			{},
		);
		await say('{"type":"connection_init"}');
		void say('{"id":"s","type":"subscribe","payload":{"query":"subscription { counter { value } }"}}');
	}
	await settled();
	const serialisations = countSerialisations();
	for (let event = 0; event < EVENTS; event += 1) {
		ticks.tick();
		await settled();
	}
	return perEvent({ ...counted, serialisations: serialisations() });
}

describe("an event for a thousand subscribers", () => {
	it("is executed and serialised once by our engine [L2]", async () => {
		expect(await ours()).toEqual({ executions: 1, serialisations: 1, deliveries: SUBSCRIBERS });
	});

	it("is executed and serialised a thousand times by graphql-ws's makeServer", async () => {
		expect(await stock()).toEqual({
			executions: SUBSCRIBERS,
			serialisations: SUBSCRIBERS,
			deliveries: SUBSCRIBERS,
		});
	});
});
