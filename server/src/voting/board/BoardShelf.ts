import { createHash } from "node:crypto";

/** A board as it is downloaded. */
export interface BoardFile {
	/** The same as long as the bytes are. */
	readonly etag: string;
	/** UTF-8. */
	readonly bytes: Buffer;
}

export interface BoardShelfOptions {
	/** The board's text, put together from the record; null: there is none. */
	readonly build: (pollId: string) => Promise<string | null>;
	readonly clock: () => Date;
	/** What is kept at most, in bytes; a board that is larger is kept by nobody. */
	readonly mostBytes?: number;
}

/** Afterwards it is put together anew: somebody may have been erased meanwhile. */
const KEPT_FOR_MS = 60_000;

interface Kept extends BoardFile {
	readonly until: number;
}

/**
 * Boards that are asked for. They are put together one after another, a poll's never twice at once, and kept for a
 * minute: whatever is asked, by however many, this is all that it can cost.
 */
export class BoardShelf {
	readonly #kept = new Map<string, Kept>();
	readonly #underWay = new Map<string, Promise<BoardFile | null>>();
	#last: Promise<unknown> = Promise.resolve();

	constructor(private readonly options: BoardShelfOptions) {}

	/** Rejects when the record cannot be read; the next asks again. */
	async file(pollId: string): Promise<BoardFile | null> {
		const kept = this.#kept.get(pollId);
		if (kept && kept.until > this.options.clock().getTime()) return kept;
		return this.#underWay.get(pollId) ?? this.#begin(pollId);
	}

	#begin(pollId: string): Promise<BoardFile | null> {
		const made = this.#last.then(() => this.#make(pollId));
		this.#underWay.set(pollId, made);
		const end = () => void this.#underWay.delete(pollId);
		this.#last = made.then(end, end);
		return made;
	}

	async #make(pollId: string): Promise<BoardFile | null> {
		const text = await this.options.build(pollId);
		if (text === null) return null;
		const bytes = Buffer.from(text);
		const etag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
		const file = { etag, bytes };
		this.#keep(pollId, file);
		return file;
	}

	#keep(pollId: string, file: BoardFile): void {
		const { clock, mostBytes = 64 * 1024 * 1024 } = this.options;
		this.#kept.delete(pollId);
		this.#kept.set(pollId, { ...file, until: clock().getTime() + KEPT_FOR_MS });
		let bytes = [...this.#kept.values()].reduce((sum, kept) => sum + kept.bytes.length, 0);
		for (const [oldest, kept] of this.#kept) {
			if (bytes <= mostBytes) break;
			this.#kept.delete(oldest);
			bytes -= kept.bytes.length;
		}
	}
}
