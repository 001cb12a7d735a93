import { connectionInit } from "../../bench/client/handshake.ts";
import { LoadSocket } from "../../bench/client/LoadSocket.ts";

/** The connection went away, or the server met a fault: what was asked for may have been done or not. */
export class LineLost extends Error {}

interface Message {
	readonly id?: string;
	readonly type: string;
	readonly payload?: { data?: unknown; errors?: unknown };
}

type Hearer = (message: Message) => void;

const PATIENCE_MS = 20_000;

/** One graphql-transport-ws connection of one person. Lost is lost: its owner opens another. */
export class GraphLine {
	#socket!: LoadSocket;
	readonly #hearers = new Map<string, Hearer>();
	readonly #ends = new Set<(reason: string) => void>();
	#next = 0;
	#lostBecause: string | null = null;

	private constructor() {}

	/** Acknowledged and ready. Rejects with LineLost. */
	static open(port: number, cookie: string): Promise<GraphLine> {
		const line = new GraphLine();
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => line.#end("no acknowledgement"), PATIENCE_MS);
			line.#ends.add((reason) => {
				clearTimeout(timer);
				reject(new LineLost(reason));
			});
			const acknowledged = () => {
				clearTimeout(timer);
				resolve(line);
			};
			line.#socket = new LoadSocket(
				{ port, path: "/graphql", subprotocol: "graphql-transport-ws", cookie },
				{
					opened: () => line.#socket.send(connectionInit),
					text: (text) => line.#hear(JSON.parse(text ?? "") as Message, acknowledged),
					lost: (reason) => line.#end(reason),
				},
			);
		});
	}

	get isLost(): boolean {
		return this.#lostBecause !== null;
	}

	/** The answer's data. Rejects with LineLost where the outcome is unknown: no answer came, or a fault. */
	request<T>(query: string, variables: Record<string, unknown>): Promise<T> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => this.#end("no answer"), PATIENCE_MS);
			const settle = (act: () => void) => {
				clearTimeout(timer);
				this.#ends.delete(lost);
				act();
			};
			const lost = (reason: string) => settle(() => reject(new LineLost(reason)));
			if (this.#lostBecause !== null) return lost(this.#lostBecause);
			this.#ends.add(lost);
			this.#ask(query, variables, ({ type, payload }) => {
				if (type === "next" && payload?.data && !payload.errors) settle(() => resolve(payload.data as T));
				else if (type === "next" || type === "error")
					lost(`a fault: ${JSON.stringify(payload?.errors ?? payload)}`);
			});
		});
	}

	/** `onNext` gets each event's data until the line is lost. A subscription that is refused loses the line. */
	subscribe<T>(query: string, variables: Record<string, unknown>, onNext: (data: T) => void): void {
		this.#ask(query, variables, ({ type, payload }) => {
			if (type === "next" && payload?.data && !payload.errors) onNext(payload.data as T);
			else this.#end(`the subscription ended: ${JSON.stringify(payload)}`);
		});
	}

	/** Told once, when the line is lost or cut; at once where it is already. */
	onLost(told: (reason: string) => void): void {
		if (this.#lostBecause !== null) told(this.#lostBecause);
		else this.#ends.add(told);
	}

	/** Ends it without a word, as a lost Wi-Fi does. */
	cut(): void {
		this.#end("cut");
	}

	#ask(query: string, variables: Record<string, unknown>, hearer: Hearer): void {
		const id = String(this.#next++);
		this.#hearers.set(id, hearer);
		if (!this.isLost)
			this.#socket.send(JSON.stringify({ id, type: "subscribe", payload: { query, variables } }));
	}

	#hear(message: Message, acknowledged: () => void): void {
		if (message.type === "connection_ack") return acknowledged();
		const hearer = this.#hearers.get(message.id ?? "");
		if (message.type === "complete" || message.type === "error") this.#hearers.delete(message.id ?? "");
		hearer?.(message);
	}

	#end(reason: string): void {
		if (this.#lostBecause !== null) return;
		this.#lostBecause = reason;
		this.#socket.cut();
		const ends = [...this.#ends];
		this.#ends.clear();
		for (const end of ends) end(reason);
	}
}
