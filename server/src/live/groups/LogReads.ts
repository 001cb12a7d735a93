import type { LogEvent } from "../streams.ts";
import type { Answer } from "./execution.ts";
import type { TailEntry } from "./LogTail.ts";

/** What reading a log needs of the engine. */
export interface LogReadsWorld {
	/** Executes the group's operation for one event. Never rejects. */
	answer(payload: unknown): Promise<Answer>;
	/** Everything committed behind a cursor. */
	read(after: string | null): Promise<{ events: readonly LogEvent[] }>;
}

/** The reads of one Log group: each event executed and serialised, and one read for all who stand at the same place. */
export class LogReads {
	readonly #underWay = new Map<string | null, Promise<readonly TailEntry[]>>();

	constructor(private readonly world: LogReadsWorld) {}

	/**
	 * [L9] One read at a time: what another reader's brings may be all that is needed. Of readers who come back to
	 * random places, a read helps all but those who stood before it: a thousand need about seven. Resolves when the
	 * other read is over; null: there is none, or it is of this very place.
	 */
	another(after: string | null): Promise<unknown> | null {
		if (this.#underWay.has(after)) return null;
		const [another] = this.#underWay.values();
		return another === undefined ? null : another.catch(() => {}); // whoever asked for it is told
	}

	/** Everything behind a cursor. Readers who come back to the same place share one read. */
	shared(after: string | null): Promise<readonly TailEntry[]> {
		const known = this.#underWay.get(after);
		if (known !== undefined) return known;
		const read = this.fresh(after).finally(() => this.#underWay.delete(after));
		this.#underWay.set(after, read);
		return read;
	}

	/** The same, of now: not begun before it was asked for. */
	async fresh(after: string | null): Promise<readonly TailEntry[]> {
		const { events } = await this.world.read(after);
		const entries: TailEntry[] = [];
		for (const event of events) entries.push(await this.entry(event));
		return entries;
	}

	/** One event, ready to be sent. Rejects where it cannot be shown. */
	async entry({ cursor, payload }: LogEvent): Promise<TailEntry> {
		const { tail, isFault } = await this.world.answer(payload);
		if (isFault) throw new Error("An event of the log could not be shown.");
		return { cursor, tail };
	}
}
