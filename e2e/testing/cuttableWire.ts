import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to the server that the test can cut, as Wi-Fi does: for one browser, in the middle of anything. */
export interface CuttableWire {
	readonly address: string;
	/** Ends every connection and lets no new one through. */
	cut(): void;
	/** Lets connections through again. */
	mend(): void;
	close(): Promise<void>;
}

/** A TCP proxy on a free port in front of `address`. */
export async function cuttableWire(address: string): Promise<CuttableWire> {
	const target = new URL(address);
	const open = new Set<Socket>();
	let isCut = false;
	const keep = (socket: Socket) => {
		open.add(socket);
		socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
	};
	const server = createServer((near) => {
		keep(near);
		if (isCut) return near.destroy();
		const far = connect(Number(target.port), "127.0.0.1");
		keep(far);
		near.pipe(far).pipe(near);
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
		async close() {
			cut();
			server.close();
			await once(server, "close");
		},
	};
}
