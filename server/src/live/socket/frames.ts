const FINAL_TEXT = 0x81;
const TWO_BYTES_FOLLOW = 126;
const EIGHT_BYTES_FOLLOW = 127;

/** Bytes of the header of an unmasked frame with this many bytes of payload (RFC 6455, 5.2). */
function headerLength(payloadLength: number): number {
	if (payloadLength < TWO_BYTES_FOLLOW) return 2;
	return payloadLength <= 0xffff ? 4 : 10;
}

/** Writes the header of an unmasked final text frame at `offset`; returns the offset behind it. */
function writeHeader(target: Buffer, offset: number, payloadLength: number): number {
	target[offset] = FINAL_TEXT;
	if (payloadLength < TWO_BYTES_FOLLOW) {
		target[offset + 1] = payloadLength;
		return offset + 2;
	}
	if (payloadLength <= 0xffff) {
		target[offset + 1] = TWO_BYTES_FOLLOW;
		target.writeUInt16BE(payloadLength, offset + 2);
		return offset + 4;
	}
	target[offset + 1] = EIGHT_BYTES_FOLLOW;
	target.writeUInt32BE(0, offset + 2);
	target.writeUInt32BE(payloadLength, offset + 6);
	return offset + 10;
}

/** A message of two parts; the second is shared by many sockets and never copied before it leaves. */
export interface Message {
	readonly head: Buffer;
	readonly tail: Buffer | undefined;
}

/** The bytes of one message on the wire: header, head and tail. */
export function frameLength(head: Buffer, tail: Buffer | undefined): number {
	const payload = head.length + (tail?.length ?? 0);
	return headerLength(payload) + payload;
}

/** All messages as frames in one buffer of exactly `length` bytes. */
export function joinFrames(messages: readonly Message[], length: number): Buffer {
	const joined = Buffer.allocUnsafe(length);
	let offset = 0;
	for (const { head, tail } of messages) {
		offset = writeHeader(joined, offset, head.length + (tail?.length ?? 0));
		offset += head.copy(joined, offset);
		if (tail) offset += tail.copy(joined, offset);
	}
	return joined;
}
