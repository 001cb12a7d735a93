const tryAgainAfter = 60_000;

/**
 * Texts of drafts that took too long: for a minute nobody tries again, however many ask, so that one text burns a few
 * seconds a minute at most [D15].
 */
export class CostlyTexts {
	readonly #until = new Map<string, number>();

	note(text: string, now: number): void {
		for (const [id, until] of this.#until) if (until <= now) this.#until.delete(id);
		this.#until.set(text, now + tryAgainAfter);
	}

	has(text: string, now: number): boolean {
		return (this.#until.get(text) ?? 0) > now;
	}
}
