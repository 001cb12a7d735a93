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

/** A writer, when they came and when they were last heard of, in milliseconds. */
export interface Sighting {
	readonly writer: Writer;
	readonly since: number;
	readonly seenAt: number;
}

/** Who is at which draft, in memory: nothing here is worth keeping longer than `lasts` milliseconds [D8]. */
export class WriterBoard {
	readonly #drafts = new Map<string, Map<number, Sighting>>();

	constructor(private readonly lasts: number) {}

	/** The writer as last noted under this client id, if not gone. */
	find(draftId: string, clientId: number, now: number): Writer | null {
		return this.#fresh(draftId, clientId, now)?.writer ?? null;
	}

	/** Notes that the writer is here; the sighting, and whether anything that others see has changed by it. */
	note(draftId: string, writer: Writer, now: number): { sighting: Sighting; isNews: boolean } {
		const before = this.#fresh(draftId, writer.clientId, now);
		const sighting = { writer, since: before?.since ?? now, seenAt: now };
		this.put(draftId, sighting);
		const isNews = !before || before.writer.cursor !== writer.cursor || before.writer.name !== writer.name;
		return { sighting, isNews };
	}

	/** Takes over a sighting, unless a newer one of the same client id is known. */
	put(draftId: string, sighting: Sighting): void {
		const sightings = this.#drafts.get(draftId) ?? new Map<number, Sighting>();
		const known = sightings.get(sighting.writer.clientId);
		if (known && known.seenAt > sighting.seenAt) return;
		this.#drafts.set(draftId, sightings.set(sighting.writer.clientId, sighting));
	}

	/** Who is at the draft, in the order of their coming. */
	writersOf(draftId: string, now: number): Writer[] {
		return [...(this.#drafts.get(draftId)?.values() ?? [])]
			.filter(({ seenAt }) => now - seenAt < this.lasts)
			.sort((one, other) => one.since - other.since || one.writer.clientId - other.writer.clientId)
			.map(({ writer }) => writer);
	}

	/** Forgets everybody who has not been heard of; the drafts that show fewer people now. */
	sweep(now: number): string[] {
		const changed: string[] = [];
		for (const [draftId, sightings] of this.#drafts) {
			const gone = [...sightings].filter(([, { seenAt }]) => now - seenAt >= this.lasts);
			for (const [clientId] of gone) sightings.delete(clientId);
			if (gone.length > 0) changed.push(draftId);
			if (sightings.size === 0) this.#drafts.delete(draftId);
		}
		return changed;
	}

	/** Whether nobody is noted anywhere. */
	get isEmpty(): boolean {
		return this.#drafts.size === 0;
	}

	#fresh(draftId: string, clientId: number, now: number): Sighting | null {
		const sighting = this.#drafts.get(draftId)?.get(clientId);
		return sighting && now - sighting.seenAt < this.lasts ? sighting : null;
	}
}
