import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { News, NewsItem, NewsListener } from "./News.ts";

const CHANNEL = "crossroads:news";

/** What travels: who says it, the how-manieth thing it says, and the news; without news: look at everything. */
interface Letter {
	readonly from: string;
	readonly number: number;
	readonly item: NewsItem | null;
}

/**
 * News over one Redis channel. Letters are numbered, so that a lost one shows at the next; a connection that was
 * lost, ours or another's, makes everybody look at everything again [L13]. So does an instance that begins: it may
 * stand in for one that died between its commit and its letter.
 */
export function redisNews(url: string, channel = CHANNEL): News {
	const options = {
		lazyConnect: true,
		maxRetriesPerRequest: null,
		retryStrategy: backOff,
		autoResubscribe: false, // ioredis leaves its rejection unhandled when the connection is lost again
		autoResendUnfulfilledCommands: false,
	} as const;
	const speaker = new Redis(url, { ...options, enableOfflineQueue: false });
	const hearer = new Redis(url, options);
	for (const connection of [speaker, hearer]) connection.on("error", () => {}); // isHealthy tells
	const from = randomUUID();
	const heardOf = new Map<string, number>();
	let number = 0;
	let isListening = false;
	let hasLostLetters = true; // those that a predecessor of ours may have died over

	const send = (item: NewsItem | null) => {
		number += 1;
		const letter: Letter = { from, number, item };
		speaker.publish(channel, JSON.stringify(letter)).catch(() => {
			hasLostLetters = true;
		});
	};
	const hear = (text: string, listener: NewsListener) => {
		const letter = letterOf(text);
		if (!letter) return listener.missed();
		if (letter.from === from) return;
		const before = heardOf.get(letter.from);
		heardOf.set(letter.from, letter.number);
		if (letter.item === null || (before !== undefined && letter.number !== before + 1)) listener.missed();
		else listener.heard(letter.item);
	};

	return {
		async listen(listener) {
			speaker.on("ready", () => {
				const mustSaySo = hasLostLetters;
				hasLostLetters = false;
				if (mustSaySo) send(null);
			});
			hearer.on("message", (_channel, text) => hear(text, listener));
			hearer.on("close", () => {
				isListening = false;
			});
			hearer.on("ready", () => {
				hearer.subscribe(channel).then(
					() => {
						isListening = true;
						heardOf.clear();
						listener.missed();
					},
					() => {},
				);
			});
			await Promise.allSettled([speaker.connect(), hearer.connect()]);
		},
		publish: (item) => send(item),
		isHealthy: () => isListening && speaker.status === "ready",
		async close() {
			speaker.disconnect();
			hearer.disconnect();
		},
	};
}

/** Null: it cannot be read, so something may have been missed. Thrown here, it would end the process. */
function letterOf(text: string): Letter | null {
	try {
		const { from, number, item } = JSON.parse(text) as Letter;
		return typeof from === "string" && typeof number === "number" && item !== undefined
			? { from, number, item }
			: null;
	} catch {
		return null;
	}
}

function backOff(times: number): number {
	return Math.min(100 * 2 ** Math.min(times, 5), 2_000);
}
