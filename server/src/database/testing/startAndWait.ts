import { startEmbeddedPostgres } from "../embedded/embeddedPostgres.ts";

/** A process of its own that starts the embedded server, says where it is, and waits to be killed. */
const { url, pid } = await startEmbeddedPostgres({ folder: process.argv[2] ?? "", durable: false });
process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
setInterval(() => undefined, 60_000);
