import { setTimeout as pause } from "node:timers/promises";
import { SCREEN_TALLY } from "../../bench/stage/operations.ts";
import { GraphLine } from "../house/GraphLine.ts";
import type { ShownTally } from "./checkPoll.ts";

type Tally = Omit<ShownTally, "where"> & { readonly state: string };

/** A projector at one server: comes back whenever its line is lost, and shows what it was last given. */
export class Screen {
	readonly #port: number;
	readonly #pollId: string;
	#line: GraphLine | null = null;
	#shown: Tally | null = null;
	#isOff = false;

	constructor(port: number, pollId: string) {
		this.#port = port;
		this.#pollId = pollId;
		void this.#watch();
	}

	/** What stands on it once it shows so many ballots of a closed poll; else after `ms`. */
	async finally(cast: number, ms: number): Promise<ShownTally> {
		const deadline = performance.now() + ms;
		while (performance.now() < deadline && !this.#shows(cast)) await pause(20);
		return { cast: -1, total: [], ...this.#shown, where: `the screen at port ${this.#port}` };
	}

	turnOff(): void {
		this.#isOff = true;
		this.#line?.cut();
	}

	#shows(cast: number): boolean {
		return this.#shown?.cast === cast && this.#shown.state !== "OPEN";
	}

	async #watch(): Promise<void> {
		while (!this.#isOff) {
			const line = await GraphLine.open(this.#port, "").catch(() => null);
			this.#line = line;
			if (this.#isOff) line?.cut();
			line?.subscribe<{ screenTally: Tally }>(SCREEN_TALLY, { pollId: this.#pollId }, ({ screenTally }) => {
				this.#shown = screenTally;
			});
			await new Promise<void>((resolve) => (line ? line.onLost(() => resolve()) : resolve()));
			await pause(100);
		}
	}
}
