/** Pseudo-random choices that are the same for the same seed, on every machine (mulberry32). */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A whole number from 0 up to, not including, `end`. */
	below(end: number): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * end);
	}

	/** True once in `times`. */
	oneIn(times: number): boolean {
		return this.below(times) === 0;
	}

	/** One of them; undefined where there is none. */
	pick<T>(choices: readonly T[]): T | undefined {
		return choices[this.below(choices.length)];
	}

	/** One of them, taken out. */
	take<T>(choices: T[]): T | undefined {
		return choices.splice(this.below(choices.length), 1)[0];
	}
}
