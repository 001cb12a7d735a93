const FINAL = 0x80;
const MASKED = 0x80;
const TEXT = 1;
const PONG = 10;

/** A text message as a client's frame. */
export function textFrame(text: string): Buffer {
	return frame(TEXT, Buffer.from(text));
}

/** The answer to a ping. */
export function pongFrame(payload: Buffer): Buffer {
	return frame(PONG, payload);
}

/** Masked with zeros: clients must mask, and this mask leaves the payload as it is. */
function frame(opcode: number, payload: Buffer): Buffer {
	return Buffer.concat([header(opcode, payload.length), Buffer.alloc(4), payload]);
}

function header(opcode: number, length: number): Buffer {
	if (length < 126) return Buffer.from([FINAL | opcode, MASKED | length]);
	if (length > 0xffff) throw new RangeError("The load client sends no such long messages.");
	return Buffer.from([FINAL | opcode, MASKED | 126, length >> 8, length & 0xff]);
}
