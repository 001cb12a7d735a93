const tryAgainAfter = 60_000;

/**
 * Drafts whose text took too long: for a minute nobody tries again, however many ask, so that one text burns a few
 * seconds a minute at most [D15].
 */
export class CostlyTexts {
	readonly #until = new Map<string, number>();

	note(draftId: string, now: number): void {
		for (const [id, until] of this.#until) if (until <= now) this.#until.delete(id);
		this.#until.set(draftId, now + tryAgainAfter);
	}

	has(draftId: string, now: number): boolean {
		return (this.#until.get(draftId) ?? 0) > now;
	}
}
