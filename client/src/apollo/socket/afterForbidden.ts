/** What it takes to find out who we are after the server has shut the socket on us. */
export interface WhoWeAre {
	/** Whom this page believes to be signed in; null: nobody, or not known. */
	known(): string | null;
	/** Asks the server over HTTP, which also takes a stale cookie away. Null: nobody. Rejects if no answer came. */
	ask(): Promise<string | null>;
	/** Forgets all that the former viewer saw and reads again what is on the screen. */
	startAfresh(): Promise<void>;
	/** Waits before the next question. */
	wait(attempt: number): Promise<void>;
}

/**
 * Finds out who we are now, asking until there is an answer. Somebody else than before, or nobody any more: everything
 * is read again, so that no page goes on showing what is not this reader's. Resolves when the socket may try again.
 */
export async function afterForbidden(who: WhoWeAre): Promise<void> {
	const before = who.known();
	for (let attempt = 0; ; attempt += 1) {
		const answer = await who.ask().then(
			(personId) => ({ personId }),
			() => null,
		);
		if (answer?.personId === before) return;
		if (answer) return who.startAfresh();
		await who.wait(attempt);
	}
}
