/**
 * Thins out what is told about keys: at once, and then at most once in `everyMs` for each key, the last time included.
 */
export class Thinned {
	readonly #resting = new Map<string, { isDue: boolean; timer: NodeJS.Timeout }>();

	constructor(
		private readonly tell: (key: string) => void,
		private readonly everyMs: number,
	) {}

	say(key: string): void {
		const resting = this.#resting.get(key);
		if (resting) resting.isDue = true;
		else this.#tellAndRest(key);
	}

	/** What is still due is not told any more. */
	stop(): void {
		for (const { timer } of this.#resting.values()) clearTimeout(timer);
		this.#resting.clear();
	}

	#tellAndRest(key: string): void {
		const timer = setTimeout(() => this.#wake(key), this.everyMs).unref();
		this.#resting.set(key, { isDue: false, timer });
		this.tell(key);
	}

	#wake(key: string): void {
		const isDue = this.#resting.get(key)?.isDue;
		this.#resting.delete(key);
		if (isDue) this.#tellAndRest(key);
	}
}
