/** What a reader hears. The buffers are its own. */
export interface FrameListener {
	/** One text message is complete; its text only while the reader is collecting. */
	text(text: string | null): void;
	ping(payload: Buffer): void;
	/** The close code, where the server gave one. */
	closed(code: number | null): void;
}

const OPCODE = { text: 1, close: 8, ping: 9 } as const;
const LONGEST_HEADER = 10;

/**
 * Reads what a server sends (RFC 6455, unmasked frames, no fragments): the headers, and of the payloads only what is
 * asked for. The load client must cost less than the servers it measures, so everything else is skipped unread.
 */
export class FrameReader {
	/** Whether texts are kept and handed over, or only counted. */
	isCollecting = true;
	/** Of a text that is kept, only so many bytes. */
	keptBytes = Number.POSITIVE_INFINITY;
	readonly #listener: FrameListener;
	#stash: Buffer | null = null;
	#opcode = 0;
	#left = 0;
	#parts: Buffer[] | null = null;
	#kept = 0;

	constructor(listener: FrameListener) {
		this.#listener = listener;
	}

	/** Takes the first `length` bytes of a buffer that may be used again afterwards. */
	feed(buffer: Buffer, length: number): void {
		if (this.#stash === null) return this.#read(buffer, 0, length);
		const whole = Buffer.concat([this.#stash, buffer.subarray(0, length)]);
		this.#stash = null;
		this.#read(whole, 0, whole.length);
	}

	#read(bytes: Buffer, start: number, end: number): void {
		let at = start;
		while (at < end) {
			if (this.#left === 0) {
				const behind = this.#readHeader(bytes, at, end);
				if (behind < 0) {
					this.#stash = Buffer.from(bytes.subarray(at, end));
					return;
				}
				at = behind;
			}
			const taken = Math.min(this.#left, end - at);
			if (this.#parts) this.#keep(bytes.subarray(at, at + taken));
			at += taken;
			this.#left -= taken;
			if (this.#left === 0) this.#finish();
		}
	}

	/** Gives the offset behind the header; -1 when it is not all there. */
	#readHeader(bytes: Buffer, at: number, end: number): number {
		const available = end - at;
		if (available < 2) return -1;
		const short = (bytes[at + 1] as number) & 0x7f;
		const length = short < 126 ? 2 : short === 126 ? 4 : LONGEST_HEADER;
		if (available < length) return -1;
		this.#opcode = (bytes[at] as number) & 0x0f;
		this.#left =
			length === 2 ? short : length === 4 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6);
		this.#kept = 0;
		this.#parts = this.isCollecting || this.#opcode !== OPCODE.text ? [] : null;
		if (this.#left === 0) this.#finish();
		return at + length;
	}

	#keep(part: Buffer): void {
		const most = this.#opcode === OPCODE.text ? this.keptBytes - this.#kept : part.length;
		if (most <= 0) return;
		const kept = Buffer.from(part.subarray(0, most));
		this.#kept += kept.length;
		this.#parts?.push(kept);
	}

	#finish(): void {
		const parts = this.#parts;
		this.#parts = null;
		if (this.#opcode === OPCODE.text) this.#listener.text(parts && Buffer.concat(parts).toString());
		else if (this.#opcode === OPCODE.ping) this.#listener.ping(Buffer.concat(parts ?? []));
		else if (this.#opcode === OPCODE.close) this.#listener.closed(codeOf(Buffer.concat(parts ?? [])));
	}
}

function codeOf(payload: Buffer): number | null {
	return payload.length < 2 ? null : payload.readUInt16BE(0);
}
