import { setTimeout as pause } from "node:timers/promises";
import { GraphLine, LineLost } from "./GraphLine.ts";

const TRIES = 200;

/** Asks over a line of its own, over and over and over any of these ports, until there is an answer. */
export async function insist<T>(
	ports: readonly number[],
	cookie: string,
	ask: (line: GraphLine) => Promise<T>,
): Promise<T> {
	for (let tries = 0; ; tries += 1) {
		let line: GraphLine | null = null;
		try {
			line = await GraphLine.open(ports[tries % ports.length] as number, cookie);
			return await ask(line);
		} catch (fault) {
			if (tries === TRIES || !(fault instanceof LineLost)) throw fault;
			await pause(200);
		} finally {
			line?.cut();
		}
	}
}
