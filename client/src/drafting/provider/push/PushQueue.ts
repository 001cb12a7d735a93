import { mostPushBytes } from "@crossroads/shared";
import * as Y from "yjs";
import type { DraftLink } from "../DraftLink.ts";
import { splitUpdate } from "./splitUpdate.ts";

interface Written {
	readonly update: Uint8Array;
	readonly at: Date;
}

interface Underway {
	readonly pushId: string;
	readonly update: Uint8Array;
	readonly at: Date;
}

/** What the queue needs of the world. */
export interface PushQueueWorld {
	readonly link: Pick<DraftLink, "push">;
	readonly clock: () => Date;
	readonly newId: () => string;
	/** Whether something may be handed in now; when it becomes true, `go` is called. */
	readonly mayPush: () => boolean;
	/**
	 * What to do about a refusal: "again" after the next `go`; "compare": forget what waits, the document is compared
	 * with the server and `replaceBy` called; "end": nothing of ours will be taken.
	 */
	readonly refused: (code: string) => "again" | "compare" | "end";
	/** Called after every change of `unsentSince` or `refusal`. */
	readonly changed: () => void;
}

const longestWait = 15_000;

/** About so many bytes in a push: on a line of 2 kB a second they arrive before the server gives up waiting for them. */
const mostAtOnce = 16 * 1024;

/**
 * What was written here and is not acknowledged yet, in order. One push at a time; what is written meanwhile is merged
 * into the next. A push whose fate is unknown is handed in again with its id until the server answers; a refusal for
 * which there is no remedy stops the queue for good.
 */
export class PushQueue {
	#waiting: Written[] = [];
	#underway: Underway | null = null;
	#refusal: string | null = null;
	#failures = 0;
	#isHandingIn = false;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#isStopped = false;

	constructor(private readonly world: PushQueueWorld) {}

	/** When the oldest change was made that is not acknowledged; null: everything is saved. */
	get unsentSince(): Date | null {
		return this.#underway?.at ?? this.#waiting[0]?.at ?? null;
	}

	/** Whether the fate of a push is not known yet. */
	get isUnderway(): boolean {
		return this.#underway !== null;
	}

	/** Why the server will not take what was written; null: nothing was refused. */
	get refusal(): string | null {
		return this.#refusal;
	}

	/** `at`: when it was written, where that was before now. However much it is: it goes in pushes that follow. */
	add(update: Uint8Array, at = this.world.clock()): void {
		for (const part of splitUpdate(update, mostAtOnce)) this.#waiting.push({ update: part, at });
		this.world.changed();
		this.#pushNext();
	}

	/** Puts what was found to be missing on the server in the place of all that waits. */
	replaceBy(missing: Uint8Array, at: Date): void {
		this.#waiting = [];
		this.add(missing, at);
	}

	/** Hands in what waits, now that it may. */
	go(): void {
		if (this.#underway && this.#retry === undefined) void this.#handIn(this.#underway);
		else this.#pushNext();
	}

	/** Tries again at once, if a try is due. */
	hurry(): void {
		if (this.#retry === undefined) return;
		clearTimeout(this.#retry);
		this.#retry = undefined;
		if (this.#underway) void this.#handIn(this.#underway);
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#retry);
	}

	#pushNext(): void {
		if (this.#underway || this.#refusal || this.#isStopped || this.#waiting.length === 0) return;
		if (!this.world.mayPush()) return;
		const taken = this.#takeSome();
		const update =
			taken.length === 1 ? (taken[0] as Written).update : Y.mergeUpdates(taken.map((each) => each.update));
		// The server would not take it either; asking it for ever would look like a broken connection.
		if (update.length > mostPushBytes) return this.#refuse("UPDATE_TOO_LARGE", taken);
		this.#underway = { pushId: this.world.newId(), update, at: (taken[0] as Written).at };
		void this.#handIn(this.#underway);
	}

	#refuse(code: string, taken: readonly Written[]): void {
		this.#refusal = code;
		this.#waiting.unshift(...taken);
		this.world.changed();
	}

	/** As much as goes at once, and one update at least. */
	#takeSome(): Written[] {
		let bytes = 0;
		const fits = this.#waiting.findIndex(({ update }) => {
			bytes += update.length;
			return bytes > mostAtOnce;
		});
		return this.#waiting.splice(0, fits < 0 ? this.#waiting.length : Math.max(1, fits));
	}

	async #handIn({ pushId, update }: Underway): Promise<void> {
		if (this.#isHandingIn) return;
		this.#isHandingIn = true;
		const answer = await this.world.link.push(pushId, [update]).catch(() => null);
		this.#isHandingIn = false;
		if (this.#isStopped) return;
		if (answer === null) return this.#tryLater();
		this.#failures = 0;
		if (answer.refusal === null) this.#underway = null;
		else this.#meetRefusal(answer.refusal);
		this.world.changed();
		this.#pushNext();
	}

	#meetRefusal(code: string): void {
		const remedy = this.world.refused(code);
		if (remedy === "end") this.#refusal = code;
		if (remedy !== "compare") return;
		this.#underway = null;
		this.#waiting = [];
	}

	#tryLater(): void {
		const wait = Math.min(longestWait, 500 * 2 ** this.#failures++);
		this.#retry = setTimeout(() => this.hurry(), wait);
		this.world.changed();
	}
}
