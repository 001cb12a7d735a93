const LONGEST = 30;

/** Tries again after a while, each time twice as long, until told that it worked. */
export class Retry {
	#timer: NodeJS.Timeout | undefined;
	#factor = 1;

	constructor(
		private readonly firstMs: number,
		private readonly action: () => void,
	) {}

	/** Calls the action later; no-op while a try is already waiting. */
	later(): void {
		if (this.#timer) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.action();
		}, this.firstMs * this.#factor);
		this.#timer.unref();
		this.#factor = Math.min(this.#factor * 2, LONGEST);
	}

	/** It worked: no further try, and the next fault begins anew. */
	worked(): void {
		this.stop();
		this.#factor = 1;
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
