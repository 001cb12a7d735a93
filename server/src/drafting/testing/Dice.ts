/** Random choices that are the same for the same seed, on every machine (mulberry32). */
export class Dice {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A whole number from the first to the last, both included. */
	whole(first: number, last: number): number {
		return first + Math.floor(this.#next() * (last - first + 1));
	}

	/** True so often, of one. */
	happens(often: number): boolean {
		return this.#next() < often;
	}

	/** One of them; there must be one. */
	pick<T>(choices: readonly T[]): T {
		return choices[this.whole(0, choices.length - 1)] as T;
	}

	#next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	}
}
