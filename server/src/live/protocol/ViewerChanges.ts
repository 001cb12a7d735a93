const MOST_REMEMBERED = 10_000;

/**
 * [L11] Remembers whose roles or sign-ins changed, and in which order, so that an answer to "who looks?" that was asked
 * before a change can be told from one after it. Forgetting is safe: it makes every older answer doubtful.
 */
export class ViewerChanges {
	#now = 0;
	#everybodyAt = 0;
	readonly #personAt = new Map<string, number>();

	/** The count of changes so far: note it before asking. */
	get now(): number {
		return this.#now;
	}

	note(personId: string): void {
		if (this.#personAt.size >= MOST_REMEMBERED) this.noteEverybody();
		this.#now += 1;
		this.#personAt.set(personId, this.#now);
	}

	/** News may have been lost: anybody may have changed. */
	noteEverybody(): void {
		this.#personAt.clear();
		this.#now += 1;
		this.#everybodyAt = this.#now;
	}

	/** Whether what was asked at `since` may be older than this person's last change. */
	hasChanged(personId: string, since: number): boolean {
		return Math.max(this.#everybodyAt, this.#personAt.get(personId) ?? 0) > since;
	}
}
