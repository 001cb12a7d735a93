import { frameLength, type Message, writeFrame } from "./frames.ts";

/** Bytes of a pad. */
const SIZE = 256 * 1024;

/** A frame that stands on the pad. */
interface Written {
	readonly start: number;
	readonly headAt: number;
	readonly headLength: number;
	readonly tail: Buffer | undefined;
	readonly end: number;
}

/**
 * Where frames are put together before they leave, one place for all sockets of a process: the kernel mostly takes them
 * at once, and the next socket's frames go over them. Of the same messages only the heads differ from socket to socket,
 * so only those are written again. What the kernel did not take at once is given away, and never written on.
 */
export class FramePad {
	#bytes: Buffer = Buffer.allocUnsafeSlow(SIZE);
	/** Where the part that may be written on begins. */
	#base = 0;
	#end = 0;
	#written: Written[] = [];

	/** The messages as frames, `length` bytes in all. Holds until the next call, unless it is given away. */
	join(messages: readonly Message[], length: number): Buffer {
		if (length > SIZE / 4) return joinApart(messages, length);
		if (this.#base + length > SIZE) this.#begin(Buffer.allocUnsafeSlow(SIZE), 0);
		let offset = this.#base;
		for (let place = 0; place < messages.length; place += 1)
			offset = this.#put(place, offset, messages[place] as Message);
		this.#written.length = messages.length;
		this.#end = offset;
		return this.#bytes.subarray(this.#base, offset);
	}

	/** What was joined last is still being read. */
	giveAway(): void {
		this.#begin(this.#bytes, this.#end);
	}

	#begin(bytes: Buffer, base: number): void {
		this.#bytes = bytes;
		this.#base = base;
		this.#end = base;
		this.#written = [];
	}

	#put(place: number, start: number, message: Message): number {
		const { head, tail } = message;
		const there = this.#written[place];
		if (there?.start === start && there.tail === tail && there.headLength === head.length) {
			this.#bytes.write(head, there.headAt, "latin1");
			return there.end;
		}
		const headAt = writeFrame(this.#bytes, start, message);
		const end = start + frameLength(head, tail);
		this.#written[place] = { start, headAt, headLength: head.length, tail, end };
		return end;
	}
}

/** In bytes of their own. */
function joinApart(messages: readonly Message[], length: number): Buffer {
	const bytes = Buffer.allocUnsafeSlow(length);
	let offset = 0;
	for (const message of messages) {
		writeFrame(bytes, offset, message);
		offset += frameLength(message.head, message.tail);
	}
	return bytes;
}
