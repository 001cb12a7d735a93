import type { Live, LiveSocket, LiveSocketListener } from "../index.ts";

/** A message of the server, as the client reads it. */
export interface Received {
	readonly type: string;
	readonly id?: string;
	// biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of every shape
	readonly payload?: any;
}

/**
 * The client's end of an in-memory socket. Nothing leaves the server's end before `flush`, so that races can be staged
 * exactly; `isReading: false` makes a slow reader.
 */
export class TestClient implements LiveSocket {
	readonly received: Received[] = [];
	closed: { code: number; reason: string } | null = null;
	isTerminated = false;
	isPaused = false;
	isReading = true;
	pings = 0;
	#waiting: Buffer[] = [];
	#arrivals: (() => void)[] = [];
	readonly #listener: LiveSocketListener;

	constructor(
		readonly live: Live,
		cookie?: string,
	) {
		this.#listener = live.connect(this, {
			cookie,
			host: "test",
			acceptLanguage: undefined,
			address: undefined,
		});
	}

	/** Connects and waits for the acknowledgement. */
	static async ready(live: Live, cookie?: string): Promise<TestClient> {
		const client = new TestClient(live, cookie);
		client.say({ type: "connection_init" });
		await client.hears("connection_ack");
		return client;
	}

	say(message: object | string): void {
		this.#listener.receive(typeof message === "string" ? message : JSON.stringify(message));
	}

	subscribe(id: string, query: string, variables: object = {}): void {
		this.say({ id, type: "subscribe", payload: { query, variables } });
	}

	/** Resolves with the next message that was not yet taken and fits; rejects after two seconds. */
	async hears(type: string, id?: string): Promise<Received> {
		const deadline = Date.now() + 2_000;
		for (;;) {
			const index = this.received.findIndex((message) => message.type === type && (!id || message.id === id));
			if (index >= 0) return this.received.splice(index, 1)[0] as Received;
			if (Date.now() > deadline)
				throw new Error(`no ${type} came; waiting: ${JSON.stringify(this.received)}`);
			await this.#arrival(deadline - Date.now());
		}
	}

	/** Resolves with the data of the next `next` for this id. */
	// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
	async next(id: string): Promise<any> {
		return (await this.hears("next", id)).payload;
	}

	/** The other end showed a sign of life. */
	pong(): void {
		this.#listener.controlled();
	}

	/** Cuts the wire. */
	cut(): void {
		this.#listener.gone();
	}

	/** Reads everything that waits, as a socket that was slow and is so no longer. */
	catchUp(): void {
		this.isReading = true;
		this.#take();
		this.#listener.drained();
	}

	send(head: string, tail?: Buffer): void {
		if (this.closed || this.isTerminated) return;
		this.#waiting.push(Buffer.concat([Buffer.from(head), tail ?? Buffer.alloc(0)]));
		if (this.isReading) this.#take();
	}

	get waitingBytes(): number {
		return this.#waiting.reduce((sum, { length }) => sum + length, 0);
	}

	ping(): void {
		this.pings += 1;
	}

	close(code: number, reason: string): void {
		this.closed ??= { code, reason };
		this.#arrived();
	}

	terminate(): void {
		this.isTerminated = true;
		this.#listener.gone();
	}

	pause(): void {
		this.isPaused = true;
	}

	resume(): void {
		this.isPaused = false;
	}

	#take(): void {
		for (const bytes of this.#waiting.splice(0)) this.received.push(JSON.parse(bytes.toString()) as Received);
		this.#arrived();
	}

	#arrived(): void {
		for (const arrive of this.#arrivals.splice(0)) arrive();
	}

	#arrival(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, ms);
			this.#arrivals.push(() => {
				clearTimeout(timer);
				resolve();
			});
		});
	}
}

/** Lets everything run that is ready to run: no clock is involved. */
export async function settled(): Promise<void> {
	for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
