/** Somebody at a draft with one browser tab; who they are is known to the server, not said by the browser. */
export interface Writer {
	readonly clientId: number;
	readonly personId: string;
	readonly name: string;
	readonly partnerCode: string | null;
	readonly colour: string;
	/** JSON of relative positions {anchor, head}; null: here, without a cursor. */
	readonly cursor: string | null;
}

interface Entry {
	readonly writer: Writer;
	readonly seenAt: number;
}

/** Who is at which draft, in memory: nothing here is worth keeping longer than `lasts` milliseconds [D8]. */
export class WriterBoard {
	readonly #drafts = new Map<string, Map<number, Entry>>();

	constructor(private readonly lasts: number) {}

	/** The writer as last noted under this client id, if not gone. */
	find(draftId: string, clientId: number, now: number): Writer | null {
		const entry = this.#drafts.get(draftId)?.get(clientId);
		return entry && now - entry.seenAt < this.lasts ? entry.writer : null;
	}

	/** Notes that the writer is here; whether anything that others see has changed by it. */
	note(draftId: string, writer: Writer, now: number): boolean {
		const before = this.find(draftId, writer.clientId, now);
		const entries = this.#drafts.get(draftId) ?? new Map<number, Entry>();
		this.#drafts.set(draftId, entries.set(writer.clientId, { writer, seenAt: now }));
		return before === null || before.cursor !== writer.cursor || before.name !== writer.name;
	}

	/** Who is at the draft, in the order of their coming. */
	writersOf(draftId: string, now: number): Writer[] {
		const entries = [...(this.#drafts.get(draftId)?.values() ?? [])];
		return entries.filter(({ seenAt }) => now - seenAt < this.lasts).map(({ writer }) => writer);
	}

	/** How many browser tabs a person has at the draft. */
	tabsOf(draftId: string, personId: string, now: number): number {
		return this.writersOf(draftId, now).filter((writer) => writer.personId === personId).length;
	}

	/** Forgets everybody who has not been heard of; the drafts that show fewer people now. */
	sweep(now: number): string[] {
		const changed: string[] = [];
		for (const [draftId, entries] of this.#drafts) {
			const gone = [...entries].filter(([, { seenAt }]) => now - seenAt >= this.lasts);
			for (const [clientId] of gone) entries.delete(clientId);
			if (gone.length > 0) changed.push(draftId);
			if (entries.size === 0) this.#drafts.delete(draftId);
		}
		return changed;
	}

	/** Whether nobody is noted anywhere. */
	get isEmpty(): boolean {
		return this.#drafts.size === 0;
	}
}
