import type { DraftingWorld } from "./DraftingWorld.ts";

/**
 * [D10] Merges long logs into snapshots, in the background, one draft at a time for the process. Losing this work
 * loses nothing: it is begun again when the draft grows.
 */
export class SnapshotMaker {
	readonly #waiting = new Set<string>();
	#working: Promise<void> | null = null;

	constructor(private readonly world: Pick<DraftingWorld, "log" | "texts" | "warn">) {}

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
			await this.#makeSnapshot(draftId).catch((fault: Error) =>
				this.world.warn(
					{ draftId, fault: fault.message },
					"The log of a draft could not be merged; it stays as it is.",
				),
			);
		}
		this.#working = null;
	}

	async #makeSnapshot(draftId: string): Promise<void> {
		const [draft] = await this.world.log.load([draftId]);
		if (!draft || draft.seq === draft.snapshotSeq) return;
		await this.world.log.replaceSnapshot(draft, this.world.texts.merge(draft.updates));
	}
}
