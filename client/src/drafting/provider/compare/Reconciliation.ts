import type * as Y from "yjs";
import { Comparison, type Missing } from "./Comparison.ts";

/** What a reconciliation needs of the world. */
export interface ReconciliationWorld {
	readonly doc: Y.Doc;
	/** The client ids whose words we may hand in; null: we may hand in nothing, and ask about everybody's. */
	readonly mine: () => ReadonlySet<number> | null;
	/** Whether it is known by now which words are ours, and what became of those on their way; else see `look`. */
	readonly mayJudge: () => boolean;
	/** What the server lacks; called again for as long as it lacks more than could be handed in. */
	readonly judged: (missing: Missing) => void;
}

/** Quiet for so long, in milliseconds, the stream has told what it had to tell; it is never waited for longer. */
const patience = { quiet: 100, most: 1_000 };

/**
 * Finds out what the server's text lacks of ours, whenever the text as a whole has come. What comes may be an older
 * text with everything that followed it behind: so it is judged when the stream has gone quiet, unless there is nothing
 * to judge.
 */
export class Reconciliation {
	#comparison: Comparison | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#began = 0;

	constructor(private readonly world: ReconciliationWorld) {}

	/** The text as a whole is here; not yet in `doc`. */
	begin(updates: readonly Uint8Array[]): void {
		this.stop();
		this.#comparison = new Comparison();
		this.#comparison.take(updates);
		const missing = this.#comparison.missing(this.world.doc, null);
		if (missing.update === null && !missing.isMore) this.#judge(missing);
		else this.#judgeSoon();
	}

	/** What followed. */
	take(updates: readonly Uint8Array[]): void {
		if (!this.#comparison) return;
		this.#comparison.take(updates);
		this.#judgeSoon();
	}

	/** What `mayJudge` depends on has changed. */
	look(): void {
		if (this.#comparison && this.#timer === undefined) this.#judgeSoon();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#comparison?.end();
		this.#comparison = null;
	}

	#judgeSoon(): void {
		if (this.#timer === undefined) this.#began = Date.now();
		clearTimeout(this.#timer);
		const left = Math.max(0, this.#began + patience.most - Date.now());
		this.#timer = setTimeout(
			() => {
				this.#timer = undefined;
				if (this.#comparison && this.world.mayJudge())
					this.#judge(this.#comparison.missing(this.world.doc, this.world.mine()));
			},
			Math.min(patience.quiet, left),
		);
	}

	#judge(missing: Missing): void {
		if (!missing.isMore) this.stop();
		this.world.judged(missing);
	}
}
