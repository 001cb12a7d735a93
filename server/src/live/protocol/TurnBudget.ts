/** The worst document takes about as long, so a turn lasts at most twice as long; an honest one takes 1 ms, once. */
const MOST_MS = 10;

const MS_OF_AN_OBJECT = 0.005;

/**
 * [L17] How long documents may be judged and executed in one turn of the event loop, for all sockets and requests of a
 * server together: what is beyond waits for the next turn, each in its turn, so that the news and everybody else come between.
 */
export class TurnBudget {
	#spentMs = 0;
	#isCounting = false;
	#waiting: (() => void)[] = [];

	constructor(private readonly mostMs = MOST_MS) {}

	/** Whether whoever has something to judge must wait. */
	get isSpent(): boolean {
		return this.#spentMs >= this.mostMs || this.#waiting.length > 0;
	}

	/** Runs something that takes time, at once, and counts how long it took. */
	spend<T>(work: () => T): T {
		const began = performance.now();
		try {
			return work();
		} finally {
			this.#spentMs += performance.now() - began;
			this.#countTurns();
		}
	}

	/** Counts what is about to be executed, by the objects of its answer. */
	charge(objects: number): void {
		this.#spentMs += objects * MS_OF_AN_OBJECT;
		this.#countTurns();
	}

	/** Runs something that takes time, when it is one's turn. */
	run<T>(work: () => T | Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			const go = () => {
				try {
					resolve(this.spend(work));
				} catch (fault) {
					reject(fault);
				}
			};
			if (this.isSpent) this.wait(go);
			else go();
		});
	}

	/** Calls back when it is one's turn; never at once. */
	wait(goOn: () => void): void {
		this.#waiting.push(goOn);
		this.#countTurns();
	}

	#countTurns(): void {
		if (this.#isCounting) return;
		this.#isCounting = true;
		setImmediate(() => this.#beginTurn());
	}

	#beginTurn(): void {
		this.#isCounting = false;
		this.#spentMs = 0;
		const waiting = this.#waiting;
		let served = 0;
		do waiting[served++]?.();
		while (served < waiting.length && this.#spentMs < this.mostMs);
		this.#waiting = waiting.slice(served);
		if (this.#waiting.length > 0) this.#countTurns();
	}
}
