import { setTimeout as pause } from "node:timers/promises";
import { freePort, listens } from "../../servers/ports.ts";

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
