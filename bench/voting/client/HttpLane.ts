import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection that is kept open, over which requests follow each other: the least that HTTP/1.1 can be. */
export class HttpLane {
	readonly #wire: Socket;
	readonly #port: number;
	#answer = "";
	#hear: ((body: string) => void) | null = null;
	#fail: (fault: Error) => void = () => {};

	private constructor(port: number) {
		this.#port = port;
		this.#wire = connect({ port, host: "127.0.0.1" });
		this.#wire.setNoDelay(true);
		this.#wire.setEncoding("latin1");
		this.#wire.on("data", (text) => this.#receive(String(text)));
		this.#wire.on("error", (fault) => this.#fail(fault));
		this.#wire.on("close", () => this.#fail(new Error("the connection ended")));
	}

	static async open(port: number): Promise<HttpLane> {
		const lane = new HttpLane(port);
		await once(lane.#wire, "connect");
		return lane;
	}

	/** Posts JSON (ASCII) and gives the body of the answer. */
	post(cookie: string, body: string): Promise<string> {
		return new Promise((resolve, reject) => {
			this.#hear = resolve;
			this.#fail = reject;
			this.#wire.write(
				`POST /graphql HTTP/1.1\r\nHost: localhost:${this.#port}\r\nContent-Type: application/json\r\nCookie: ${cookie}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
			);
		});
	}

	close(): void {
		this.#wire.removeAllListeners("close");
		this.#wire.destroy();
	}

	#receive(text: string): void {
		this.#answer += text;
		const end = this.#answer.indexOf("\r\n\r\n");
		if (end < 0) return;
		const length = /content-length: (\d+)/i.exec(this.#answer.slice(0, end))?.[1];
		if (length === undefined) return this.#fail(new Error(`no length: ${this.#answer.slice(0, end)}`));
		const body = this.#answer.slice(end + 4);
		if (body.length < Number(length)) return;
		this.#answer = "";
		this.#hear?.(body);
	}
}
