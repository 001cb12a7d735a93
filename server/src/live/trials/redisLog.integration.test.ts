import { randomUUID } from "node:crypto";
import { createClient } from "graphql-ws";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { type News, redisNews } from "../index.ts";
import { CuttableWire } from "../testing/CuttableWire.ts";
import { type LiveServer, liveServer } from "../testing/liveServer.ts";
import { type TestWorld, testWorld } from "../testing/testWorld.ts";

const redisUrl = process.env.REDIS_URL ?? "";

describe.skipIf(!redisUrl)(
	"[L7, L13] a log on two instances over Redis, whose wire is cut in mid-stream (needs REDIS_URL)",
	() => {
		const ends: (() => unknown)[] = [];
		const wire = new CuttableWire(redisUrl || "redis://127.0.0.1:6379");

		afterEach(async () => {
			for (const end of ends.splice(0).reverse()) await end();
		});

		it("is shown whole, each event once and in order, by the one that was cut off and by the other", async () => {
			const { whole, cut } = await twoInstances((url, channel) => redisNews(url, channel));
			const everybody = [follow(whole.server), follow(whole.server), follow(cut.server), follow(cut.server)];
			append(whole, 10);
			await vi.waitFor(() => expect(everybody.map(({ length }) => length)).toEqual([10, 10, 10, 10]));

			await wire.cut();
			await vi.waitFor(() => expect(cut.world.live.health().news).toBe("down"));
			append(whole, 7); // the other does not hear of it
			await vi.waitFor(() => expect(everybody.map(({ length }) => length)).toEqual([17, 17, 10, 10]));
			append(cut, 5); // its own hear of it at once, and of all before
			await vi.waitFor(() => expect(everybody.map(({ length }) => length)).toEqual([17, 17, 22, 22]));
			const newcomer = follow(cut.server);
			await vi.waitFor(() => expect(newcomer.length).toBe(22));

			await wire.mend();
			await vi.waitFor(() => expect(cut.world.live.health().news).toBe("up"), { timeout: 10_000 });
			await vi.waitFor(() => expect(everybody.map(({ length }) => length)).toEqual([22, 22, 22, 22]));
			append(cut, 3);
			append(whole, 3);
			const all = whole.world.log.map(({ cursor }) => cursor);
			expect(all).toHaveLength(28);
			await vi.waitFor(() => expect([...everybody, newcomer]).toEqual([all, all, all, all, all]));
		}, 30_000);

		it("twin: where nobody notices that news was lost, what was written meanwhile is missing", async () => {
			const { whole, cut } = await twoInstances((url, channel) => deafToLosses(redisNews(url, channel)));
			const ofWhole = follow(whole.server);
			await vi.waitFor(() => expect(whole.world.live.health().groups).toBe(1));
			append(whole, 1);
			await vi.waitFor(() => expect(ofWhole.length).toBe(1));
			await wire.cut();
			append(cut, 5);
			await wire.mend();
			await vi.waitFor(() => expect(cut.news.isHealthy()).toBe(true), { timeout: 10_000 });
			const later = follow(cut.server);
			await vi.waitFor(() => expect(later.length).toBe(6));
			expect(ofWhole.length).toBe(1);
		}, 30_000);

		interface Instance {
			readonly world: TestWorld;
			readonly server: LiveServer;
			readonly news: News;
		}

		/** Two engines over one log: one on Redis, the other by way of the wire. */
		async function twoInstances(newsOf: (url: string, channel: string) => News) {
			await wire.mend();
			ends.push(() => wire.cut());
			const channel = randomUUID();
			const truth = testWorld();
			const open = async (url: string): Promise<Instance> => {
				const news = newsOf(url, channel);
				const { schema, streams, guard } = truth.options;
				const engine = testWorld({ schema, streams, guard, news });
				const world = { ...truth, live: engine.live };
				await engine.live.start();
				const server = await liveServer(world);
				ends.push(() => engine.live.leaveNews());
				ends.push(() => server.close());
				return { world, server, news };
			};
			const instances = { whole: await open(redisUrl), cut: await open(wire.url) };
			const { whole, cut } = instances;
			await vi.waitFor(() => expect([whole.news.isHealthy(), cut.news.isHealthy()]).toEqual([true, true]));
			return instances;
		}

		function append({ world }: Instance, count: number): void {
			for (let number = 0; number < count; number += 1) world.live.append("log:1", [world.commit("text")]);
		}

		/** The cursors that a reader has been shown. */
		function follow({ url }: LiveServer): string[] {
			const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
			ends.push(() => client.dispose());
			const shown: string[] = [];
			client.subscribe<{ log: { cursor: string } }>(
				{ query: "subscription { log(id: 1) { cursor } }" },
				{
					next: ({ data }) => void (data && shown.push(data.log.cursor)),
					error: () => {},
					complete: () => {},
				},
			);
			return shown;
		}
	},
);

/** Never says that something may have been missed. */
function deafToLosses(news: News): News {
	return {
		publish: (item) => news.publish(item),
		isHealthy: () => news.isHealthy(),
		close: () => news.close(),
		listen: ({ heard }) => news.listen({ heard, missed: () => {} }),
	};
}
