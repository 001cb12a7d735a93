import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection on which a test sends bytes as it likes. */
export class RawConnection {
	#heard = "";
	readonly #ended: Promise<unknown>;

	private constructor(readonly socket: Socket) {
		socket.on("data", (bytes) => {
			this.#heard += String(bytes);
		});
		socket.on("error", () => {});
		this.#ended = new Promise((resolve) => socket.once("close", resolve));
	}

	static async to(address: string): Promise<RawConnection> {
		const socket = connect(Number(new URL(address).port), "127.0.0.1");
		const connection = new RawConnection(socket);
		await once(socket, "connect");
		return connection;
	}

	send(text: string | Buffer): this {
		this.socket.write(text);
		return this;
	}

	/** Resolves with what was heard, when the other side has ended it. */
	async ended(): Promise<string> {
		await this.#ended;
		return this.#heard;
	}

	get isOpen(): boolean {
		return !this.socket.destroyed && !this.socket.readableEnded;
	}

	/** Resolves when something was heard that fits; rejects when the other side ends it before. */
	async hears(text: string): Promise<void> {
		while (!this.#heard.includes(text)) {
			if (!this.isOpen) throw new Error(`ended after: ${this.#heard}`);
			await Promise.race([once(this.socket, "data"), this.#ended]);
		}
	}

	/** Sends chunk after chunk until all is sent or the other side has had enough; resolves with the bytes that left. */
	async flood(chunk: Buffer, count: number): Promise<number> {
		for (let sent = 0; sent < count && this.isOpen; sent += 1)
			if (!this.socket.write(chunk)) await Promise.race([this.#drained(), this.#ended]);
		return this.socket.bytesWritten;
	}

	#drained(): Promise<void> {
		return new Promise((resolve) => this.socket.once("drain", () => resolve()));
	}
}
