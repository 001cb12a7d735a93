import { randomUUID } from "node:crypto";
import { draftRoot, keepFormats } from "@crossroads/shared";
import * as Y from "yjs";
import type { Viewer } from "../../people/index.ts";
import type { Dice } from "./Dice.ts";
import type { Instances } from "./Instances.ts";
import { edits } from "./randomEdits.ts";

interface Push {
	readonly pushId: string;
	readonly updates: readonly Uint8Array[];
}

/** Somebody who writes at random, as Yjs's own random tests do, and talks to the server as our editor does. */
export class RandomWriter {
	doc!: Y.Doc;
	#cursor: string | null = null;
	#waiting: Uint8Array[] = [];
	#underway: Push | null = null;
	readonly #held = new Set<number>();

	private constructor(
		private readonly instances: Pick<Instances, "any">,
		private readonly dice: Dice,
		private readonly viewer: Viewer,
		private readonly draftId: string,
	) {}

	static async at(
		instances: Pick<Instances, "any">,
		dice: Dice,
		viewer: Viewer,
		draftId: string,
	): Promise<RandomWriter> {
		const writer = new RandomWriter(instances, dice, viewer, draftId);
		await writer.#openTab(null);
		return writer;
	}

	/** Whether everything written here was acknowledged. */
	get isSaved(): boolean {
		return this.#underway === null && this.#waiting.length === 0;
	}

	/** One random edit. */
	edit(): void {
		this.doc.transact(() => this.dice.pick(edits)(this.doc.getXmlFragment(draftRoot), this.dice));
	}

	/** Hands in what waits; its answer may get lost, and it is handed in again with the next call. */
	async push(mayLoseAnswer: boolean): Promise<void> {
		if (this.isSaved) return;
		this.#underway ??= { pushId: randomUUID(), updates: this.#waiting.splice(0) };
		const { draftId } = this;
		const room = this.instances.any(this.dice);
		const pushed = await room.pushDraftUpdates(this.viewer, { draftId, ...this.#underway }).catch(() => null);
		if (pushed === null || (mayLoseAnswer && this.dice.happens(0.2))) return;
		if (pushed.refusal !== null) throw new Error(`a push was refused: ${pushed.refusal}`);
		this.#underway = null;
	}

	/** Takes in what others wrote. */
	async pull(): Promise<void> {
		const slice = await this.instances.any(this.dice).readLog(this.draftId, this.#cursor);
		if (!slice) throw new Error("the draft is gone");
		const take = () => {
			for (const update of slice.updates) Y.applyUpdate(this.doc, update, "server");
		};
		Y.transact(this.doc, take, "server", false);
		this.#cursor = slice.cursor;
	}

	/** Closes the tab and opens another with what the device remembers; what was not acknowledged is found there. */
	async reload(): Promise<void> {
		const remembered = Y.encodeStateAsUpdate(this.doc);
		this.doc.destroy();
		await this.#openTab(remembered);
	}

	async #openTab(remembered: Uint8Array | null): Promise<void> {
		this.doc = keepFormats(new Y.Doc({ gc: this.dice.happens(0.5) }));
		await this.#takeIdentity();
		this.#cursor = null;
		this.#waiting = [];
		if (remembered) await this.#compare(remembered);
		this.doc.on("update", (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
			if (transaction.local) this.#waiting.push(update);
		});
	}

	async #takeIdentity(): Promise<void> {
		const wish = { draftId: this.draftId, heldClientIds: [...this.#held] };
		const room = this.instances.any(this.dice);
		const opened = await room.openDraft(this.viewer, wish).catch(() => null);
		if (opened === null) return this.#takeIdentity();
		if (opened.refusal !== null) throw new Error(opened.refusal);
		this.doc.clientID = opened.clientId;
		this.#held.add(opened.clientId);
	}

	/** A push whose answer is still out may have been stored or not: it comes to its end first. */
	async #compare(remembered: Uint8Array): Promise<void> {
		while (this.#underway) await this.push(false);
		await this.#waitWithWhatIsMissing(remembered);
		Y.applyUpdate(this.doc, remembered, "device");
	}

	async #waitWithWhatIsMissing(mine: Uint8Array): Promise<void> {
		const slice = await this.instances.any(this.dice).readLog(this.draftId, null);
		const server = keepFormats(new Y.Doc());
		server.transact(() => {
			for (const update of slice?.updates ?? []) Y.applyUpdate(server, update);
		});
		this.#waiting = [];
		server.on("update", (update: Uint8Array) => this.#waiting.push(update));
		server.transact(() => Y.applyUpdate(server, mine));
		server.destroy();
	}
}
