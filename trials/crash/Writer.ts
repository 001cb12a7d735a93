import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { PUSH_DRAFT_UPDATES } from "../../bench/stage/operations.ts";
import type { Chance } from "../house/Chance.ts";
import { GraphLine, LineLost } from "../house/GraphLine.ts";
import { clientIdFor } from "./clientIdFor.ts";
import type { Ledger, PushEntry } from "./Ledger.ts";
import { Replica, seqOf } from "./Replica.ts";

interface Pushed {
	readonly pushDraftUpdates: { readonly cursor: string | null; readonly refusal: { code: string } | null };
}

interface Waiting {
	readonly updates: Uint8Array[];
	readonly added: string[];
	readonly removed: string[];
}

/** Where a writer sits, and what it does there. */
export interface WriterPlace {
	readonly name: string;
	readonly cookie: string;
	readonly ports: readonly number[];
	readonly chance: Chance;
	readonly ledger: Ledger;
	readonly draftId: string;
}

const nothing = (): Waiting => ({ updates: [], added: [], removed: [] });

/**
 * Writes as our editor does: one push at a time, what is written meanwhile goes into the next; a push whose answer got
 * lost is handed in again with its id, over whichever server answers. Now and then its tab is closed with whatever was
 * not acknowledged, and opened again.
 */
export class Writer {
	readonly #place: WriterPlace;
	replica!: Replica;
	#line: GraphLine | null = null;
	#waiting = nothing();
	#underway: PushEntry | null = null;
	#paragraphs = new Map<string, Y.XmlElement>();
	#words = 0;
	#isTyping = false;
	#isGone = false;
	#work: Promise<unknown> = Promise.resolve();
	#trouble = "none";

	constructor(place: WriterPlace) {
		this.#place = place;
		this.#openTab();
	}

	/** What it waits for, and what went wrong last. */
	get state(): string {
		const waits = this.#underway ? `push ${this.#underway.pushId}, try ${this.#underway.tries}` : "nothing";
		return `${this.#place.name} waits for ${waits}; last trouble: ${this.#trouble}`;
	}

	/** Whether everything written was acknowledged. */
	get isAtRest(): boolean {
		return !this.#isTyping && this.#underway === null && this.#waiting.updates.length === 0;
	}

	/** Begins to follow, to push and, until `rest`, to type. */
	start(): void {
		this.#isTyping = true;
		this.#work = Promise.all([this.#push(), this.#type()]);
	}

	/** Types no more; resolves when everything written was acknowledged. */
	async rest(): Promise<void> {
		this.#isTyping = false;
		await this.#work;
	}

	/** Cuts the line; the next action opens another. */
	cut(): void {
		this.#line?.cut();
	}

	/** Follows over a new line, from where it stands. */
	async reconnect(): Promise<void> {
		this.cut();
		await this.#connected();
	}

	/** Resolves when its replica holds everything up to this place, over whatever line; false: not within `ms`. */
	async isAt(seq: number, ms: number): Promise<boolean> {
		const deadline = performance.now() + ms;
		while (this.replica.seq < seq && performance.now() < deadline) {
			await this.#connected();
			await this.replica.reaches(seq, 250);
		}
		return this.replica.seq >= seq;
	}

	leave(): void {
		this.#isGone = true;
		this.cut();
	}

	#openTab(): void {
		const { draftId, ledger, name } = this.#place;
		this.replica = new Replica(draftId, (fault) => ledger.faults.push(`${name}: ${fault}`));
		this.replica.doc.on("update", (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
			if (transaction.local) this.#waiting.updates.push(update);
		});
		this.#waiting = nothing();
		this.#underway = null;
		this.#paragraphs.clear();
	}

	/** Whatever was not acknowledged is forgotten, perhaps in the middle of a push. */
	#closeTab(): void {
		this.#place.ledger.reloads += 1;
		this.cut();
		this.#line = null;
		this.#openTab();
	}

	async #type(): Promise<void> {
		const { chance } = this.#place;
		while (this.#isTyping) {
			await pause(chance.whole(30, 400));
			if (chance.happens(0.02)) this.cut();
			if (chance.happens(0.008)) this.#closeTab();
			const line = await this.#connected();
			if (line && this.#isTyping && this.replica.seq > 0) this.#edit();
		}
	}

	#edit(): void {
		const { chance, name } = this.#place;
		const [scratch] = this.replica.fragment.toArray() as Y.XmlElement[];
		if (!scratch) return;
		if (chance.happens(0.3)) return scribble(scratch.get(0) as Y.XmlText, chance);
		const own = [...this.#paragraphs.keys()];
		if (own.length > 0 && chance.happens(0.25)) return this.#remove(chance.pick(own));
		this.#words += 1;
		this.#add(`${name}.${this.#words}.${randomUUID().slice(0, 8)}`);
	}

	#add(words: string): void {
		const { fragment } = this.replica;
		const paragraph = new Y.XmlElement("paragraph");
		paragraph.insert(0, [new Y.XmlText(words)]);
		this.#waiting.added.push(words);
		fragment.insert(this.#place.chance.whole(1, fragment.length), [paragraph]);
		this.#paragraphs.set(words, paragraph);
	}

	#remove(words: string): void {
		const index = this.replica.fragment.toArray().indexOf(this.#paragraphs.get(words) as Y.XmlElement);
		this.#paragraphs.delete(words);
		this.#waiting.removed.push(words);
		this.replica.fragment.delete(index, 1);
	}

	async #push(): Promise<void> {
		while (this.#isTyping || this.#underway || this.#waiting.updates.length > 0) {
			this.#underway ??= this.#nextPush();
			if (this.#underway) await this.#handIn(this.#underway);
			else await pause(5);
		}
	}

	#nextPush(): PushEntry | null {
		if (this.#waiting.updates.length === 0) return null;
		const entry = { ...this.#waiting, pushId: randomUUID(), writer: this.#place.name, seq: null, tries: 0 };
		this.#waiting = nothing();
		this.#place.ledger.pushes.set(entry.pushId, entry);
		return entry;
	}

	async #handIn(entry: PushEntry): Promise<void> {
		const { draftId, ledger } = this.#place;
		const line = await this.#connected();
		if (!line) return;
		entry.tries += 1;
		const updates = entry.updates.map((update) => Buffer.from(update).toString("base64"));
		try {
			const variables = { draftId, pushId: entry.pushId, updates };
			const { pushDraftUpdates } = await line.request<Pushed>(PUSH_DRAFT_UPDATES, variables);
			const { cursor, refusal } = pushDraftUpdates;
			if (refusal) ledger.faults.push(`${entry.writer}: a push was refused: ${refusal.code}`);
			if (cursor !== null) entry.seq = seqOf(cursor);
			if (this.#underway === entry) this.#underway = null;
		} catch (fault) {
			if (!(fault instanceof LineLost)) throw fault;
			this.#trouble = fault.message;
			await pause(this.#place.chance.whole(20, 200));
		}
	}

	/** The line there is, or a new one to any of the servers; null: none could be opened just now. */
	async #connected(): Promise<GraphLine | null> {
		if (this.#line && !this.#line.isLost) return this.#line;
		if (this.#isGone) return null;
		const { chance, ports, cookie, draftId, ledger } = this.#place;
		const { replica } = this;
		try {
			const line = await GraphLine.open(chance.pick(ports), cookie);
			if (this.#line && !this.#line.isLost) {
				line.cut();
				return this.#line;
			}
			if (replica !== this.replica) {
				line.cut();
				return null;
			}
			this.#line = line;
			line.onLost(() => {
				ledger.linesLost += 1;
			});
			// Where the database is away, the line stands and the answer is a fault: the next line begins from the front.
			const cutOff = (fault: unknown) => {
				line.cut();
				throw fault;
			};
			if (replica.seq < 0) replica.doc.clientID = await clientIdFor(line, draftId).catch(cutOff);
			replica.follow(line);
			return line;
		} catch (fault) {
			this.#trouble = String(fault);
			await pause(chance.whole(20, 200));
			return null;
		}
	}
}

/** A letter more or less somewhere in the paragraph that everybody scribbles in. */
function scribble(text: Y.XmlText, chance: Chance): void {
	const place = chance.whole(0, text.length);
	if (place < text.length && chance.happens(0.4)) text.delete(place, 1);
	else text.insert(place, chance.pick([..."abcdefghijklmnopqrstuvwxyz "]));
}
