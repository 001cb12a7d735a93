/** What one instance tells the others. Contents never travel: everybody reads them from the database. */
export type NewsItem =
	/** Something under this topic changed; it is committed. */
	| { readonly kind: "topic"; readonly topic: string }
	/** This person's roles or sign-ins changed. */
	| { readonly kind: "viewer"; readonly personId: string };

/** Who listens to the news of other instances. */
export interface NewsListener {
	/** News of another instance. Never called for one's own. */
	heard(item: NewsItem): void;
	/** News may have been missed: everything must be looked at again. */
	missed(): void;
}

/**
 * The news between instances. Order is not promised; loss is always followed by `missed()`.
 * `publish` never throws and never waits.
 */
export interface News {
	listen(listener: NewsListener): Promise<void>;
	publish(item: NewsItem): void;
	/** False while news of others may not arrive or ours not leave. */
	isHealthy(): boolean;
	close(): Promise<void>;
}

/** News for a single instance: there is nobody to tell and nobody to hear. */
export function localNews(): News {
	return {
		listen: async () => {},
		publish: () => {},
		isHealthy: () => true,
		close: async () => {},
	};
}
