import { randomUUID } from "node:crypto";
import { createClient } from "graphql-ws";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { redisNews } from "../../live/index.ts";
import { CuttableWire } from "../../live/testing/CuttableWire.ts";
import { type TestHttp, testHttp } from "../testing/testHttp.ts";

const redisUrl = process.env.REDIS_URL ?? "";

describe.skipIf(!redisUrl)(
	"[L13] two instances over Redis, whose wire is cut in mid-stream (needs REDIS_URL)",
	() => {
		const ends: (() => unknown)[] = [];

		afterEach(async () => {
			for (const end of ends.splice(0).reverse()) await end();
		});

		async function twoInstances() {
			const wire = new CuttableWire(redisUrl);
			await wire.mend();
			ends.push(() => wire.cut());
			const [channel, truth] = [randomUUID(), { value: 1 }];
			const site: TestHttp[] = [];
			for (const url of [redisUrl, wire.url]) {
				const http = await testHttp({ truth, news: redisNews(url, channel) });
				ends.push(() => http.close());
				site.push(http);
			}
			return { wire, whole: site[0] as TestHttp, cut: site[1] as TestHttp };
		}

		/** Every value that a subscriber of this endpoint was shown. */
		function watching({ webSocketAddress }: TestHttp, path: string): number[] {
			const client = createClient({
				url: webSocketAddress + path,
				webSocketImpl: WebSocket,
				retryAttempts: 0,
			});
			ends.push(() => client.dispose());
			const shown: number[] = [];
			client.subscribe<{ value: number }>(
				{ query: "subscription { value }" },
				{ next: ({ data }) => void (data && shown.push(data.value)), error: () => {}, complete: () => {} },
			);
			return shown;
		}

		async function health({ address }: TestHttp) {
			const [ready, alive] = await Promise.all([fetch(`${address}/readyz`), fetch(`${address}/healthz`)]);
			return {
				ready: ready.status,
				checks: ((await ready.json()) as { checks: object }).checks,
				alive: alive.status,
			};
		}

		const change = (http: TestHttp) => {
			http.value += 1;
			http.announce("value");
		};

		it("says so in /readyz while Redis is lost, serves on, and every group of both catches up afterwards", async () => {
			const { wire, whole, cut } = await twoInstances();
			await vi.waitFor(async () =>
				expect(await health(cut)).toEqual({ ready: 200, checks: { redis: "up" }, alive: 200 }),
			);
			const paths = ["/graphql", "/public/graphql"];
			const ofWhole = paths.map((path) => watching(whole, path));
			const ofCut = paths.map((path) => watching(cut, path));
			const everybody = [...ofWhole, ...ofCut];
			const allShow = (groups: number[][], value: number) =>
				vi.waitFor(() => expect(groups.map((shown) => shown.at(-1))).toEqual(groups.map(() => value)), {
					timeout: 5_000,
				});
			await allShow(everybody, 1);
			change(whole);
			await allShow(everybody, 2);

			await wire.cut();
			await vi.waitFor(async () =>
				expect(await health(cut)).toEqual({ ready: 503, checks: { redis: "down" }, alive: 200 }),
			);
			expect((await health(whole)).ready).toBe(200);
			change(whole); // the other does not hear of it
			await allShow(ofWhole, 3);
			expect(ofCut.map((shown) => shown.at(-1))).toEqual([2, 2]);
			change(cut); // its own hear of it at once, and of all before
			await allShow(ofCut, 4);
			expect(ofWhole.map((shown) => shown.at(-1))).toEqual([3, 3]);

			await wire.mend();
			await allShow(everybody, 4);
			await vi.waitFor(async () => expect((await health(cut)).ready).toBe(200));
			change(cut);
			await allShow(everybody, 5);
			for (const shown of everybody) expect(shown).toEqual([...shown].sort((a, b) => a - b));
		}, 20_000);
	},
);
