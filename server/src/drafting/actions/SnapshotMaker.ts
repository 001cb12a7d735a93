import type { DraftingWorld } from "./DraftingWorld.ts";
import { withinTime } from "./withinTime.ts";

/**
 * [D10] Merges long logs into snapshots and moves what is far behind them into the archive, in the background, one
 * draft at a time for the process. Losing this work loses nothing: it is begun again when the draft grows.
 */
export class SnapshotMaker {
	readonly #waiting = new Set<string>();
	#working: Promise<void> | null = null;

	constructor(
		private readonly world: Pick<DraftingWorld, "log" | "history" | "texts" | "costly" | "clock" | "warn">,
	) {}

	/** Asks for a snapshot of the draft, soon. */
	wish(draftId: string): void {
		this.#waiting.add(draftId);
		this.#working ??= this.#work();
	}

	/** Resolves when nothing is left to do. */
	async idle(): Promise<void> {
		while (this.#working) await this.#working;
	}

	async #work(): Promise<void> {
		// Whoever just pushed is answered first.
		await new Promise((done) => setImmediate(done));
		for (const draftId of this.#waiting) {
			this.#waiting.delete(draftId);
			await this.#tidyUp(draftId).catch((fault: Error) =>
				this.world.warn(
					{ draftId, fault: fault.message },
					"The log of a draft could not be merged; it stays as it is.",
				),
			);
		}
		this.#working = null;
	}

	/** [D15] What cannot be merged in time is left alone for a minute, though the draft may grow meanwhile. */
	async #tidyUp(draftId: string): Promise<void> {
		const { log, history, texts, costly, clock } = this.world;
		if (costly.has(draftId, clock().getTime())) return;
		const [draft] = await log.load([draftId]);
		if (draft && draft.seq > draft.snapshotSeq)
			await log.replaceSnapshot(draft, await this.#inTime(draftId, () => texts.compact(draft.updates)));
		for (;;) {
			const outgrown = await history.outgrown(draftId);
			if (!outgrown) return;
			const updates = outgrown.pushes.flatMap((push) => push.updates);
			await history.archive(outgrown, await this.#inTime(draftId, () => texts.merge(updates)));
		}
	}

	#inTime(draftId: string, work: () => Promise<Uint8Array>): Promise<Uint8Array> {
		return withinTime(this.world, draftId, work);
	}
}
