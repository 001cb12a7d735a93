import { presenceLasts } from "@crossroads/shared";
import { Redis } from "ioredis";
import { type Sighting, WriterBoard } from "../domain/WriterBoard.ts";
import type { Presence } from "../ports.ts";

/** What stands in Redis is of no use after this many milliseconds, whoever forgot to remove it. */
const keptInRedis = 2 * presenceLasts;
const keyOf = (draftId: string) => `crossroads:draft-presence:${draftId}`;

/**
 * Presence of several instances: each notes its own writers in a hash in Redis for each draft, and reads there who is
 * at the others. While Redis is away everybody sees those of their own instance, and nobody waits for it.
 */
export function redisPresence(url: string, clock: () => Date): Presence {
	const redis = new Redis(url, {
		lazyConnect: true,
		enableOfflineQueue: false,
		maxRetriesPerRequest: 1,
		commandTimeout: 500,
		retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 5), 2_000),
	});
	redis.on("error", () => {}); // presence goes on without
	const connected = redis.connect().catch(() => {});
	const board = new WriterBoard(presenceLasts);
	const now = () => clock().getTime();
	return {
		find: (draftId, clientId) => board.find(draftId, clientId, now()),
		async note(draftId, writer) {
			const { sighting, isNews } = board.note(draftId, writer, now());
			await connected;
			// Before anybody is told: who hears the news reads here.
			await redis
				.multi()
				.hset(keyOf(draftId), String(writer.clientId), JSON.stringify(sighting))
				.pexpire(keyOf(draftId), keptInRedis)
				.exec()
				.catch(() => {});
			return isNews;
		},
		async writersOf(draftId) {
			await connected;
			const noted = await redis.hvals(keyOf(draftId)).catch(() => []);
			const sightings = noted.map((text) => JSON.parse(text) as Sighting);
			for (const sighting of sightings) board.put(draftId, sighting);
			const old = sightings.filter(({ seenAt }) => now() - seenAt > keptInRedis);
			const ids = old.map(({ writer }) => String(writer.clientId));
			if (ids.length > 0) redis.hdel(keyOf(draftId), ...ids).catch(() => {});
			return board.writersOf(draftId, now());
		},
		sweep: () => board.sweep(now()),
		async close() {
			redis.disconnect();
		},
	};
}
