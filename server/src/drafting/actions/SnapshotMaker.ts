import type { DraftingWorld } from "./DraftingWorld.ts";
import { withinTime } from "./withinTime.ts";

/** Nothing came for so long, in milliseconds: whoever was writing makes a pause. */
const stillness = 1_000;

/**
 * [D10] Merges long logs into snapshots and moves what is far behind them into the archive, in the background, one
 * draft at a time for the process. Losing this work loses nothing: it is begun again when the draft grows.
 */
export class SnapshotMaker {
	readonly #resting = new Map<string, NodeJS.Timeout>();
	readonly #waiting = new Set<string>();
	#working: Promise<void> | null = null;

	constructor(
		private readonly world: Pick<DraftingWorld, "log" | "history" | "texts" | "costly" | "clock" | "warn">,
	) {}

	/** Asks for a snapshot of the draft: when nobody has written in it for a second, or, where it is urgent, now. */
	wish(draftId: string, isUrgent: boolean): void {
		if (isUrgent) return this.#begin(draftId);
		const resting = this.#resting.get(draftId);
		if (resting) resting.refresh();
		else this.#resting.set(draftId, setTimeout(() => this.#begin(draftId), stillness).unref());
	}

	/** Does at once what would be done after a pause; resolves when nothing is left to do. */
	async idle(): Promise<void> {
		for (const draftId of this.#resting.keys()) this.#begin(draftId);
		while (this.#working) await this.#working;
	}

	/** Begins nothing more; resolves when nothing is under way. */
	async stop(): Promise<void> {
		for (const timer of this.#resting.values()) clearTimeout(timer);
		this.#resting.clear();
		this.#waiting.clear();
		await this.#working;
	}

	#begin(draftId: string): void {
		clearTimeout(this.#resting.get(draftId));
		this.#resting.delete(draftId);
		this.#waiting.add(draftId);
		this.#working ??= this.#work();
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
		return withinTime(this.world, { draftId }, work);
	}
}
