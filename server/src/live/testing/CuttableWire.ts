import { connect, createServer, type Server, type Socket } from "node:net";

/** A wire to a server at `far` that can be cut and mended: a TCP proxy on a port of its own. */
export class CuttableWire {
	readonly #sockets = new Set<Socket>();
	#server: Server | null = null;
	#port = 0;

	constructor(private readonly far: string) {}

	/** The same protocol, by way of this wire. */
	get url(): string {
		return `${new URL(this.far).protocol}//127.0.0.1:${this.#port}`;
	}

	async mend(): Promise<void> {
		const { hostname, port } = new URL(this.far);
		const server = createServer((near) => {
			const far = connect(Number(port || 6379), hostname);
			for (const [socket, other] of [
				[near, far],
				[far, near],
			] as const) {
				this.#sockets.add(socket);
				socket.on("error", () => {});
				socket.on("close", () => other.destroy());
				socket.pipe(other);
			}
		});
		this.#server = server;
		await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
		this.#port = (server.address() as { port: number }).port;
	}

	async cut(): Promise<void> {
		const closed = new Promise((resolve) => this.#server?.close(resolve));
		for (const socket of this.#sockets) socket.destroy();
		this.#sockets.clear();
		await closed;
	}
}
