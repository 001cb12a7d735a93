import { after, isTokenShaped, SEEN_STEP_MS, SIGN_IN_LIFETIME_MS } from "../domain/signInRules.ts";
import { nobody, type Viewer } from "../domain/Viewer.ts";
import type { SignInBook } from "../ports.ts";
import { hashOfToken } from "./secretToken.ts";

interface Waiting {
	readonly tokenHash: Buffer;
	readonly resolve: (viewer: Viewer) => void;
	readonly reject: (fault: unknown) => void;
}

/**
 * The busier it is, the longer a query waits for company: a thousand browsers that come back at once are few
 * queries, and a single one waits for nobody.
 */
const GATHERING_MS_PER_CALL = 2;
const GATHERING_MS_AT_MOST = 20;
const BATCH_LIMIT = 1_000;

/**
 * Tells by the cookie's token who asks. Nothing is remembered from one call to the next, so a sign-in that has
 * ended is nobody at once. Calls that come while a query is under way share the next one.
 */
export class ViewerFinder {
	readonly #signIns: SignInBook;
	readonly #clock: () => Date;
	#waiting: Waiting[] = [];
	#isAtWork = false;

	constructor(signIns: SignInBook, clock: () => Date) {
		this.#signIns = signIns;
		this.#clock = clock;
	}

	/** `nobody` for no token, and for one that is unknown, ended or expired [P8]. Rejects when the database fails. */
	viewerOfToken(token: string | null | undefined): Promise<Viewer> {
		if (!token || !isTokenShaped(token)) return Promise.resolve(nobody);
		return new Promise((resolve, reject) => {
			this.#waiting.push({ tokenHash: hashOfToken(token), resolve, reject });
			if (!this.#isAtWork) void this.#work();
		});
	}

	async #work(): Promise<void> {
		this.#isAtWork = true;
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.splice(0, BATCH_LIMIT);
			await this.#answer(batch);
			if (this.#waiting.length > 0)
				await pause(Math.min(batch.length * GATHERING_MS_PER_CALL, GATHERING_MS_AT_MOST));
		}
		this.#isAtWork = false;
	}

	async #answer(batch: readonly Waiting[]): Promise<void> {
		try {
			const at = this.#clock();
			const viewers = await this.#signIns.viewersOf(
				batch.map(({ tokenHash }) => tokenHash),
				{ at, expiresAt: after(at, SIGN_IN_LIFETIME_MS), writeIfLastBefore: after(at, -SEEN_STEP_MS) },
			);
			batch.forEach(({ resolve }, index) => {
				resolve(viewers[index] ?? nobody);
			});
		} catch (fault) {
			for (const { reject } of batch) reject(fault);
		}
	}
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
