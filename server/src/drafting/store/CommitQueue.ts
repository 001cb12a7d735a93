interface Waiting<Wish, Answer> {
	readonly wish: Wish;
	readonly resolve: (answer: Answer) => void;
	readonly reject: (fault: unknown) => void;
}

/** Limits of one commit, and how much of them a wish takes. */
export interface CommitLimits<Wish> {
	readonly most: number;
	readonly weigh: (wish: Wish) => number;
	/** Whether the fault concerns everybody (the database is away), so that trying each wish alone is of no use. */
	readonly concernsAll: (fault: unknown) => boolean;
}

/**
 * [D2] Group commit: one commit at a time; what arrives while it is under way goes into the next one together, in the
 * order of arrival. Each wish is answered after the commit that holds it, in that order.
 */
export class CommitQueue<Wish, Answer> {
	#waiting: Waiting<Wish, Answer>[] = [];
	#isCommitting = false;

	/** `commit` gives an answer for each wish, in order, when all are committed; or throws, and none is. */
	constructor(
		private readonly commit: (wishes: readonly Wish[]) => Promise<readonly Answer[]>,
		private readonly limits: CommitLimits<Wish>,
	) {}

	/** Rejects when the commit failed: then nothing of the wish was written. */
	add(wish: Wish): Promise<Answer> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ wish, resolve, reject });
			if (!this.#isCommitting) void this.#work();
		});
	}

	async #work(): Promise<void> {
		this.#isCommitting = true;
		// Everything that arrives in this turn of the event loop belongs to the first commit already.
		await Promise.resolve();
		while (this.#waiting.length > 0) await this.#commitTogether(this.#takeNext());
		this.#isCommitting = false;
	}

	#takeNext(): Waiting<Wish, Answer>[] {
		let weight = 0;
		let count = 0;
		for (const { wish } of this.#waiting) {
			weight += this.limits.weigh(wish);
			if (count > 0 && weight > this.limits.most) break;
			count += 1;
		}
		return this.#waiting.splice(0, count);
	}

	async #commitTogether(batch: readonly Waiting<Wish, Answer>[]): Promise<void> {
		try {
			const answers = await this.commit(batch.map(({ wish }) => wish));
			for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
		} catch (fault) {
			// One wish that the database refuses must not take the others down with it.
			if (batch.length > 1 && !this.limits.concernsAll(fault))
				for (const waiting of batch) await this.#commitTogether([waiting]);
			else for (const { reject } of batch) reject(fault);
		}
	}
}
