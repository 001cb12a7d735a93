import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { constants, inflateRawSync } from "node:zlib";
import type { SocketPlace } from "../../client/LoadSocket.ts";

/** What the owner of a socket hears. */
export interface DataOwner {
	opened(): void;
	/** A whole message, text or binary; null while messages are only counted. */
	message(payload: Buffer | null): void;
	/** It ended, and nobody here cut it. */
	lost(reason: string): void;
}

const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const COMPRESSED = 0x40;
/** What a compressed message is sent without (RFC 7692, 7.2.2). */
const FLUSHED = Buffer.from([0, 0, 0xff, 0xff]);

/** All sockets read into one buffer: what is read is looked at before the next read. */
const shared = Buffer.allocUnsafe(256 * 1024);

/**
 * A WebSocket that speaks text and binary and costs next to nothing while it only counts: the load client must cost
 * less than the servers it measures. It reads unmasked frames without fragments, as all servers measured here send,
 * and offers to read compressed messages, as browsers do.
 */
export class DataSocket {
	/** Whether payloads are handed over. */
	isCollecting = true;
	/** Bytes that came after the handshake, frame headers included. */
	bytes = 0;
	readonly #wire: Socket;
	readonly #owner: DataOwner;
	#answer = "";
	#isOpen = false;
	#isCut = false;
	#stash: Buffer | null = null;
	#opcode = 0;
	#isCompressed = false;
	#left = 0;
	#parts: Buffer[] | null = null;

	constructor(place: SocketPlace, owner: DataOwner) {
		this.#owner = owner;
		const callback = (length: number, buffer: Uint8Array) => {
			this.#receive(buffer as Buffer, length);
			return !this.#isCut;
		};
		this.#wire = connect({ port: place.port, host: "127.0.0.1", onread: { buffer: shared, callback } });
		this.#wire.setNoDelay(true);
		this.#wire.on("error", (error) => this.#end(error.message));
		this.#wire.on("close", () => this.#end("the connection ended"));
		this.#wire.write(upgradeRequest(place));
	}

	/** All in one write. */
	send(frames: readonly Buffer[]): void {
		this.#wire.write(frames.length === 1 ? (frames[0] as Buffer) : Buffer.concat(frames));
	}

	/** Ends it without a word. */
	cut(): void {
		this.#isCut = true;
		this.#wire.destroy();
	}

	#receive(buffer: Buffer, length: number): void {
		if (this.#isCut) return;
		if (this.#isOpen) {
			this.bytes += length;
			this.#feed(buffer.subarray(0, length));
			return;
		}
		this.#answer += buffer.toString("latin1", 0, length);
		const end = this.#answer.indexOf("\r\n\r\n");
		if (end < 0) return;
		if (!this.#answer.startsWith("HTTP/1.1 101")) return this.#end(this.#answer.split("\r\n")[0] ?? "");
		const rest = Buffer.from(this.#answer.slice(end + 4), "latin1");
		this.#isOpen = true;
		this.bytes += rest.length;
		this.#owner.opened();
		if (rest.length > 0) this.#feed(rest);
	}

	#feed(bytes: Buffer): void {
		const whole = this.#stash === null ? bytes : Buffer.concat([this.#stash, bytes]);
		this.#stash = null;
		let at = 0;
		while (at < whole.length && !this.#isCut) {
			if (this.#left === 0) {
				const behind = this.#readHeader(whole, at);
				if (behind < 0) {
					this.#stash = Buffer.from(whole.subarray(at));
					return;
				}
				at = behind;
			}
			const taken = Math.min(this.#left, whole.length - at);
			if (this.#parts) this.#parts.push(Buffer.from(whole.subarray(at, at + taken)));
			at += taken;
			this.#left -= taken;
			if (this.#left === 0) this.#finish();
		}
	}

	/** Gives the offset behind the header; -1 when it is not all there. */
	#readHeader(bytes: Buffer, at: number): number {
		const available = bytes.length - at;
		if (available < 2) return -1;
		const short = (bytes[at + 1] as number) & 0x7f;
		const length = short < 126 ? 2 : short === 126 ? 4 : 10;
		if (available < length) return -1;
		this.#opcode = (bytes[at] as number) & 0x0f;
		this.#isCompressed = ((bytes[at] as number) & COMPRESSED) !== 0;
		this.#left =
			length === 2 ? short : length === 4 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6);
		const isData = this.#opcode === OPCODE.text || this.#opcode === OPCODE.binary;
		this.#parts = this.isCollecting || !isData ? [] : null;
		if (this.#left === 0) this.#finish();
		return at + length;
	}

	#finish(): void {
		const payload = this.#parts && this.#whole(this.#parts);
		this.#parts = null;
		if (this.#opcode === OPCODE.ping) this.#wire.write(frame(OPCODE.pong, payload ?? Buffer.alloc(0)));
		else if (this.#opcode === OPCODE.close)
			this.#end(`closed by the server: ${payload?.subarray(2).toString()}`);
		else if (this.#opcode !== OPCODE.pong) this.#owner.message(payload);
	}

	#whole(parts: readonly Buffer[]): Buffer {
		if (!this.#isCompressed) return Buffer.concat(parts);
		return inflateRawSync(Buffer.concat([...parts, FLUSHED]), { finishFlush: constants.Z_SYNC_FLUSH });
	}

	#end(reason: string): void {
		if (this.#isCut) return;
		this.cut();
		this.#owner.lost(reason);
	}
}

/** A client's frame with this text. */
export function textFrame(text: string): Buffer {
	return frame(OPCODE.text, Buffer.from(text));
}

/** A client's frame with these bytes. */
export function binaryFrame(bytes: Uint8Array): Buffer {
	return frame(OPCODE.binary, bytes);
}

/** Masked with zeros: clients must mask, and this mask leaves the payload as it is. */
function frame(opcode: number, payload: Uint8Array): Buffer {
	return Buffer.concat([header(opcode, payload.length), Buffer.alloc(4), payload]);
}

function header(opcode: number, length: number): Buffer {
	if (length < 126) return Buffer.from([0x80 | opcode, 0x80 | length]);
	if (length > 0xffff) throw new RangeError("The load client sends no such long messages.");
	return Buffer.from([0x80 | opcode, 0x80 | 126, length >> 8, length & 0xff]);
}

function upgradeRequest({ port, path, subprotocol, cookie }: SocketPlace): string {
	return [
		`GET ${path} HTTP/1.1`,
		`Host: localhost:${port}`,
		"Upgrade: websocket",
		"Connection: Upgrade",
		"Sec-WebSocket-Version: 13",
		`Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
		"Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; client_no_context_takeover",
		...(subprotocol ? [`Sec-WebSocket-Protocol: ${subprotocol}`] : []),
		...(cookie ? [`Cookie: ${cookie}`] : []),
		"",
		"",
	].join("\r\n");
}
