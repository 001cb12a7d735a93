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

/** A message of two parts. */
export interface Message {
	/** ASCII: a byte a sign. A socket's own, and a string, since a small Buffer would keep Node's whole pool alive. */
	readonly head: string;
	/** Shared by many sockets. */
	readonly tail: Buffer | undefined;
}

/** The bytes of one message on the wire: header, head and tail. */
export function frameLength(head: string, tail: Buffer | undefined): number {
	const payload = head.length + (tail?.length ?? 0);
	return headerLength(payload) + payload;
}

/** Writes a message as a frame at `offset`; returns the offset of its head. */
export function writeFrame(target: Buffer, offset: number, { head, tail }: Message): number {
	const headAt = writeHeader(target, offset, head.length + (tail?.length ?? 0));
	target.write(head, headAt, "latin1");
	if (tail) target.set(tail, headAt + head.length);
	return headAt;
}
