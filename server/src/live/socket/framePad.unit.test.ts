import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FramePad } from "./FramePad.ts";
import { frameLength, type Message } from "./frames.ts";

/** A frame as RFC 6455, 5.2 describes it, put together another way. */
function frame({ head, tail }: Message): Buffer {
	const payload = Buffer.concat([Buffer.from(head), tail ?? Buffer.alloc(0)]);
	if (payload.length < 126) return Buffer.concat([Buffer.from([0x81, payload.length]), payload]);
	const isShort = payload.length <= 0xffff;
	const length = Buffer.alloc(isShort ? 2 : 8);
	if (isShort) length.writeUInt16BE(payload.length);
	else length.writeBigUInt64BE(BigInt(payload.length));
	return Buffer.concat([Buffer.from([0x81, isShort ? 126 : 127]), length, payload]);
}

const framesOf = (messages: readonly Message[]) => Buffer.concat(messages.map(frame));
const lengthOf = (messages: readonly Message[]) =>
	messages.reduce((sum, { head, tail }) => sum + frameLength(head, tail), 0);

/** Tails that many messages share, of lengths on both sides of every border. */
const tails = [
	undefined,
	...[0, 1, 90, 125, 126, 1_400, 30_000, 65_530, 70_000].map((n) => Buffer.alloc(n, n % 251)),
];
const message = fc.record({
	head: fc
		.tuple(fc.integer({ min: 2, max: 40 }), fc.constantFrom("a", "\u007f", "{", " "))
		.map(([n, sign]) => sign.repeat(n)),
	tail: fc.constantFrom(...tails),
});
/** What the sockets of one turn send, and whether the kernel takes it at once. */
const sockets = fc.array(
	fc.record({ messages: fc.array(message, { minLength: 1, maxLength: 4 }), isTaken: fc.boolean() }),
	{ maxLength: 40 },
);

type Sockets = typeof sockets extends fc.Arbitrary<infer T> ? T : never;

/** Whether every socket got its frames, and what was given away stayed as it was. */
function isRight(pad: FramePad, sent: Sockets): boolean {
	const kept: [Buffer, Buffer][] = [];
	for (const { messages, isTaken } of sent) {
		const joined = pad.join(messages, lengthOf(messages));
		const wanted = framesOf(messages);
		if (!joined.equals(wanted)) return false;
		if (isTaken) continue;
		pad.giveAway();
		kept.push([joined, wanted]);
	}
	return kept.every(([joined, wanted]) => joined.equals(wanted));
}

/** Planted: what is still being read is written on. */
class Careless extends FramePad {
	override giveAway(): void {}
}

describe("[L12] frames on one pad for all sockets", () => {
	it("are each socket's own, and stay while they are still being read", () => {
		fc.assert(fc.property(sockets, (sent) => isRight(new FramePad(), sent)));
	});

	it("of the same messages differ in their heads alone", () => {
		const pad = new FramePad();
		const tail = Buffer.from("shared");
		for (const id of ["a", "b", "longer", "c"]) {
			const messages = [
				{ head: id, tail },
				{ head: "x", tail: undefined },
			];
			expect(pad.join(messages, lengthOf(messages))).toEqual(framesOf(messages));
		}
	});

	it("twin: a pad that gives nothing away is found out", () => {
		expect(fc.check(fc.property(sockets, (sent) => isRight(new Careless(), sent))).failed).toBe(true);
	});
});
