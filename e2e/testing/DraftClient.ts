import { randomUUID } from "node:crypto";
import { type Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { GraphClient } from "./graph.ts";

const OPEN = "mutation ($draftId: ID!) { openDraft(draftId: $draftId) { clientId refusal { code } } }";
const PUSH = `mutation ($draftId: ID!, $pushId: ID!, $updates: [UpdateBytes!]!) {
	pushDraftUpdates(draftId: $draftId, pushId: $pushId, updates: $updates) { cursor refusal { code } } }`;
const HERE = `mutation ($draftId: ID!, $clientId: Int!) {
	setDraftPresence(draftId: $draftId, clientId: $clientId) { refusal { code } } }`;
/**
 * Under a name of its own it is a group of its own (live [L2]), whose first event is the whole text as it stands. Of a
 * group that others follow, it would be an older text and what came since, with no word where that ends.
 */
const follow = (name: string) => `subscription ${name}($draftId: ID!) {
	draftUpdates(draftId: $draftId) { cursor isSnapshot updates } }`;

/** So much fits into a frame of 64 kB, as base64 with the operation around it. */
const mostBytes = 40_000;
const mostUpdates = 400;

/**
 * Somebody who writes in a draft through the public API, over a WebSocket. What others wrote waits until it is taken
 * in: so one may write on a version of the text that is exactly as old as it has to be.
 */
export class DraftClient {
	readonly doc = new Y.Doc();
	readonly #socket: Client;
	readonly #heard: Uint8Array[] = [];
	readonly #echoes: string[] = [];
	#unsent: Uint8Array[] = [];
	#taken = 0;
	#isPushing = false;
	#fault: Error | null = null;
	#wake = () => {};

	private constructor(
		private readonly draftId: string,
		address: string,
		cookie: string,
	) {
		class WithCookie extends WebSocket {
			constructor(url: string, protocols: string[]) {
				super(url, protocols, { headers: { cookie, origin: address } });
			}
		}
		const url = `${address.replace("http", "ws")}/graphql`;
		this.#socket = createClient({ url, webSocketImpl: WithCookie, lazy: false, retryAttempts: 0 });
	}

	/** With the whole text as it stands. */
	static async open(address: string, person: GraphClient, draftId: string): Promise<DraftClient> {
		const client = new DraftClient(draftId, address, person.cookie);
		const { openDraft } = await client.#request<{ openDraft: { clientId: number } }>(OPEN, { draftId });
		client.doc.clientID = openDraft.clientId >>> 0;
		await client.#follow();
		client.doc.on("update", (update: Uint8Array, origin: unknown) => {
			if (origin === "others") return;
			client.#unsent.push(update);
			client.#echoes.push(Buffer.from(update).toString("base64"));
			void client.#push();
		});
		return client;
	}

	/** Takes in what others wrote, up to their `count`th update since we opened. */
	async takeIn(count: number): Promise<void> {
		while (this.#heard.length < count) await this.#news();
		for (; this.#taken < count; this.#taken++)
			Y.applyUpdate(this.doc, this.#heard[this.#taken] as Uint8Array, "others");
	}

	/** Resolves when everything written here has been acknowledged. */
	async saved(): Promise<void> {
		while (this.#isPushing || this.#unsent.length > 0) await this.#news();
	}

	/** Shows the others that we are here. */
	async sayHere(): Promise<void> {
		await this.#request(HERE, { draftId: this.draftId, clientId: this.doc.clientID | 0 });
	}

	close(): void {
		void this.#socket.dispose();
	}

	/** Resolves with the next thing that happens. */
	async #news(): Promise<void> {
		if (this.#fault) throw this.#fault;
		await new Promise<void>((resolve) => {
			this.#wake = resolve;
		});
		if (this.#fault) throw this.#fault;
	}

	#follow(): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#socket.subscribe<{ draftUpdates: { isSnapshot: boolean; updates: string[] } }>(
				{ query: follow(`By${this.doc.clientID}`), variables: { draftId: this.draftId } },
				{
					next: ({ data, errors }) => {
						if (!data) return this.#end(new Error(JSON.stringify(errors)));
						for (const update of data.draftUpdates.updates) this.#hear(update, data.draftUpdates.isSnapshot);
						this.#wake();
						resolve();
					},
					error: (fault) => {
						this.#end(new Error(JSON.stringify(fault)));
						reject(fault);
					},
					complete: () => {},
				},
			);
		});
	}

	#hear(update: string, isSnapshot: boolean): void {
		const bytes = new Uint8Array(Buffer.from(update, "base64"));
		if (isSnapshot) Y.applyUpdate(this.doc, bytes, "others");
		else if (this.#echoes[0] === update) this.#echoes.shift();
		else this.#heard.push(bytes);
	}

	async #push(): Promise<void> {
		if (this.#isPushing) return;
		this.#isPushing = true;
		// What is written in this turn goes together.
		await new Promise((done) => setImmediate(done));
		while (this.#unsent.length > 0 && !this.#fault)
			await this.#pushNext().catch((fault: Error) => this.#end(fault));
		this.#isPushing = false;
		this.#wake();
	}

	async #pushNext(): Promise<void> {
		let bytes = 0;
		const beyond = this.#unsent.findIndex((update, at) => {
			bytes += update.length;
			return at > 0 && (bytes > mostBytes || at >= mostUpdates);
		});
		const taken = this.#unsent.splice(0, beyond < 0 ? this.#unsent.length : beyond);
		const updates = taken.map((update) => Buffer.from(update).toString("base64"));
		const { pushDraftUpdates } = await this.#request<{ pushDraftUpdates: { refusal: unknown } }>(PUSH, {
			draftId: this.draftId,
			pushId: randomUUID(),
			updates,
		});
		if (pushDraftUpdates.refusal) throw new Error(`refused: ${JSON.stringify(pushDraftUpdates.refusal)}`);
	}

	#end(fault: Error): void {
		this.#fault ??= fault;
		this.#wake();
	}

	#request<T>(query: string, variables: Record<string, unknown>): Promise<T> {
		return new Promise((resolve, reject) => {
			this.#socket.subscribe<T>(
				{ query, variables },
				{
					next: ({ data, errors }) => (data ? resolve(data as T) : reject(new Error(JSON.stringify(errors)))),
					error: (fault) => reject(new Error(JSON.stringify(fault))),
					complete: () => {},
				},
			);
		});
	}
}
