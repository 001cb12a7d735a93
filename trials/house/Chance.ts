/** Everything random about a trial, from one seed: the same seed makes the same choices (though not the same timing). */
export class Chance {
	readonly seed: number;
	#state: number;

	constructor(seed: number) {
		this.seed = seed;
		this.#state = seed >>> 0;
	}

	/** At least 0, below 1 (mulberry32). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	/** True in so large a share (0 to 1) of all cases. */
	happens(share: number): boolean {
		return this.next() < share;
	}

	pick<T>(values: readonly T[]): T {
		return values[this.whole(0, values.length - 1)] as T;
	}

	/** A chance of its own for one of several who act at the same time. */
	branch(): Chance {
		return new Chance(this.whole(0, 2 ** 32 - 1));
	}
}
