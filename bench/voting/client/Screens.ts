/** When the count on every screen had reached each number of ballots. */
export class Screens {
	/** Of each screen, the ballots in the newest count that it was sent. */
	readonly #shown: Int32Array;
	/** How many screens have reached each number of ballots. */
	readonly #reached: Int32Array;
	readonly #complete: Float64Array;
	/** Messages in all. */
	messages = 0;

	/** As many ballots as there are screens at most. */
	constructor(screens: number) {
		this.#shown = new Int32Array(screens);
		this.#reached = new Int32Array(screens + 1);
		this.#complete = new Float64Array(screens + 1).fill(Number.NaN);
	}

	/** A count came to a screen. */
	show(screen: number, cast: number): void {
		this.messages += 1;
		const before = this.#shown[screen] as number;
		if (cast <= before) return;
		this.#shown[screen] = cast;
		for (let ballots = before + 1; ballots <= cast; ballots += 1) {
			const screens = (this.#reached[ballots] as number) + 1;
			this.#reached[ballots] = screens;
			if (screens === this.#shown.length) this.#complete[ballots] = performance.now();
		}
	}

	/** When the last screen showed so many ballots, in ms of `performance.now`; NaN: not yet. */
	completeAt(ballots: number): number {
		return this.#complete[ballots] ?? Number.NaN;
	}
}
