import type { News, NewsListener } from "./News.ts";

/**
 * One connection to the news for several engines of a process: all hear it, the first one speaks, since whoever
 * announces does so on every engine. Gives as many News as asked for; the first `listen` connects, the first `close`
 * disconnects.
 */
export function shareNews(news: News, count: number): readonly News[] {
	const listeners: NewsListener[] = [];
	const everybody: NewsListener = {
		heard: (item) => {
			for (const listener of listeners) listener.heard(item);
		},
		missed: () => {
			for (const listener of listeners) listener.missed();
		},
	};
	let listening: Promise<void> | undefined;
	let closing: Promise<void> | undefined;
	return Array.from({ length: count }, (_, index) => ({
		listen(listener) {
			listeners.push(listener);
			listening ??= news.listen(everybody);
			return listening;
		},
		publish: (item) => {
			if (index === 0) news.publish(item);
		},
		isHealthy: () => news.isHealthy(),
		close() {
			closing ??= news.close();
			return closing;
		},
	}));
}
