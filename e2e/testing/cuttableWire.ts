import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { Transform } from "node:stream";

/** A way to the server that the test can cut, as Wi-Fi does: for one browser, in the middle of anything. */
export interface CuttableWire {
	readonly address: string;
	/** Ends every connection and lets no new one through. */
	cut(): void;
	/** Lets connections through again. */
	mend(): void;
	/** Holds up every packet by so many milliseconds, one after the other: slow and narrow. 0: as fast as it goes. */
	slow(milliseconds: number): void;
	close(): Promise<void>;
}

/** A TCP proxy on a free port in front of `address`. */
export async function cuttableWire(address: string): Promise<CuttableWire> {
	const target = new URL(address);
	const open = new Set<Socket>();
	let isCut = false;
	let delay = 0;
	const held = () =>
		new Transform({
			transform(packet, _encoding, done) {
				if (delay === 0) done(null, packet);
				else setTimeout(() => done(null, packet), delay);
			},
		});
	const keep = (socket: Socket) => {
		open.add(socket);
		socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
	};
	const server = createServer((near) => {
		keep(near);
		if (isCut) return near.destroy();
		const far = connect(Number(target.port), "127.0.0.1");
		keep(far);
		near.pipe(held()).pipe(far);
		far.pipe(held()).pipe(near);
		near.on("close", () => far.destroy());
		far.on("close", () => near.destroy());
	});
	const cut = () => {
		isCut = true;
		for (const socket of open) socket.destroy();
	};
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		address: `http://localhost:${(server.address() as AddressInfo).port}`,
		cut,
		mend() {
			isCut = false;
		},
		slow(milliseconds) {
			delay = milliseconds;
		},
		async close() {
			cut();
			server.close();
			await once(server, "close");
		},
	};
}
