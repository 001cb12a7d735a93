import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** y-websocket's own server as it is shipped, with its LevelDB persistence in the folder that the argument names. */
async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, "close");
	return port;
}

function listens(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1");
		socket.once("error", () => resolve(false));
		socket.once("connect", () => {
			socket.destroy();
			resolve(true);
		});
	});
}

const port = await freePort();
process.env.YPERSISTENCE = process.argv[2];
process.env.HOST = "127.0.0.1";
process.env.PORT = String(port);
// The first line that is printed has to be the port.
const print = console.log;
console.log = console.info = () => {};
await import(new URL("./server.js", import.meta.resolve("@y/websocket-server/utils")).href);
while (!(await listens(port))) await pause(10);
print(port);
