import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestWorld, testWorld } from "./testWorld.ts";

/** A small world behind a real WebSocket. */
export interface LiveServer {
	readonly world: TestWorld;
	readonly url: string;
	/** Another engine in place of the world's, which is stopped. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** Serves a small world on a free port; close it when done. */
export async function liveServer(world = testWorld()): Promise<LiveServer> {
	const server: Server = createServer();
	server.on("upgrade", (request, socket, head) => world.live.accept(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		world,
		url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async restart() {
			const before = world.live;
			Object.assign(world, { live: testWorld({ ...world.options }).live });
			await before.stop();
		},
		async close() {
			await world.live.stop();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
