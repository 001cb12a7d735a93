import { CloseCode, type Live } from "../../index.ts";
import { type Received, TestClient } from "../socketPair.ts";
import type { Chance } from "./Chance.ts";
import { cursorOf, type Entry } from "./Truth.ts";

/** Something one visitor watches, and what is on the screen of it. */
export interface View {
	readonly kind: "state" | "personal" | "log";
	readonly id: string;
	/** The message id under which it is asked for; null while it is not. */
	asked: string | null;
	/** State: the version shown. Log: up to where it was shown. */
	shown: number;
	/** Whether this socket has shown anything yet. */
	isFresh: boolean;
	/** The server said that it may not be seen. */
	isRefused: boolean;
}

const QUERIES = {
	state: "subscription ($id: ID!) { state(id: $id) { id version } }",
	personal: "subscription ($id: ID!) { state(id: $id) { id version mine } }",
	log: "subscription ($id: ID!, $after: String) { log(id: $id, after: $after) { id from to isSnapshot } }",
};

/** Codes with which an honest visitor may be closed. */
const HONEST_CODES: readonly number[] = [
	CloseCode.ServiceRestart,
	CloseCode.TryAgainLater,
	CloseCode.Forbidden,
	CloseCode.TooSlow,
];

let asked = 0;

/** A socket that knows what may no longer be sent over it. */
export class WatchedWire extends TestClient {
	/** Message ids of what is closed. */
	readonly closedIds = new Set<string>();
	/** What must not be sent any more, since the instance heard that it may not. */
	forbidden: "all" | "closed" | null = null;
	/** What was sent against that. */
	leaked: string | null = null;

	override send(head: string, tail?: Buffer): void {
		if (this.forbidden && tail) {
			const { id } = JSON.parse(`${head}0}`) as { id: string };
			if (this.forbidden === "all" || this.closedIds.has(id))
				this.leaked = `${this.forbidden}: ${tail.toString()}`;
		}
		super.send(head, tail);
	}
}

/** An honest client with a screen: comes back, resumes, and notices at once what can never be right. */
export class Visitor {
	wire: WatchedWire | null = null;
	isAcknowledged = false;
	readonly views: readonly View[];
	/** What was not right, in words. */
	readonly complaints: string[] = [];

	constructor(
		readonly cookie: string | undefined,
		chance: Chance,
	) {
		const kinds = ["state", "log", "personal"] as const;
		this.views = kinds.flatMap((kind) =>
			["open", "closed"]
				.filter(() => kind !== "personal" || chance.oneIn(3))
				.map((id) => ({ kind, id, asked: null, shown: 0, isFresh: true, isRefused: false })),
		);
	}

	connect(live: Live): void {
		this.wire = new WatchedWire(live, this.cookie);
		this.isAcknowledged = false;
		for (const view of this.views) Object.assign(view, { asked: null, isFresh: true });
		this.wire.say({ type: "connection_init" });
	}

	/** Leaves without a word; the server hears of it when the returned function is called. */
	vanish(): () => void {
		const { wire } = this;
		this.wire = null;
		return () => wire?.cut();
	}

	/** Asks for a view, where the last one stood. */
	ask(view: View): void {
		if (!this.wire || !this.isAcknowledged || this.wire.closed || view.asked) return;
		asked += 1;
		Object.assign(view, { asked: `${asked}`, isFresh: true, isRefused: false });
		if (view.id === "closed") this.wire.closedIds.add(`${asked}`);
		const after = view.kind === "log" ? { after: cursorOf(view.id, view.shown) } : {};
		this.wire.subscribe(`${asked}`, QUERIES[view.kind], { id: view.id, ...after });
	}

	drop(view: View): void {
		if (!this.wire || !view.asked) return;
		this.wire.say({ type: "complete", id: view.asked });
		view.asked = null;
	}

	/** Looks at everything that arrived. */
	look(): void {
		const { wire } = this;
		if (!wire) return;
		for (const message of wire.received.splice(0)) this.#hear(message);
		if (wire.leaked) this.complaints.push(`was sent what it may not see (${wire.leaked})`);
		wire.leaked = null;
		if (!wire.closed && !wire.isTerminated) return;
		if (wire.closed && !HONEST_CODES.includes(wire.closed.code))
			this.complaints.push(`closed ${wire.closed.code}`);
		this.wire = null;
	}

	#hear({ type, id, payload }: Received): void {
		if (type === "connection_ack") {
			this.isAcknowledged = true;
			for (const view of this.views) this.ask(view);
			return;
		}
		const view = this.views.find(({ asked: current }) => current === id);
		if (!view) return;
		if (type === "error") this.#refused(view, payload[0].extensions.code as string);
		else if (type === "next" && payload.data?.state) this.#state(view, payload.data.state);
		else if (type === "next" && payload.data?.log) this.#log(view, payload.data.log as Entry);
	}

	#refused(view: View, code: string): void {
		view.asked = null;
		view.isRefused = code === "NOT_FOUND";
		if (!["NOT_FOUND", "INTERNAL_SERVER_ERROR", "TOO_SLOW"].includes(code))
			this.complaints.push(`${view.kind} ${view.id} ended with ${code}`);
	}

	#state(view: View, state: { id: string; version: number; mine?: string | null }): void {
		if (state.id !== view.id) this.complaints.push(`got ${state.id} for ${view.id}`);
		if (view.kind === "personal" && state.mine !== (this.cookie ?? null))
			this.complaints.push(`got the personal answer of ${state.mine}`);
		if (!view.isFresh && state.version < view.shown)
			this.complaints.push(`${view.kind} ${view.id} went back from ${view.shown} to ${state.version}`);
		view.shown = state.version;
		view.isFresh = false;
	}

	#log(view: View, { id, from, to, isSnapshot }: Entry): void {
		const follows = isSnapshot ? to > view.shown : from === view.shown;
		if (id !== view.id || !follows)
			this.complaints.push(
				`log ${view.id} at ${view.shown} got ${id} ${from}–${to}${isSnapshot ? " (snapshot)" : ""}`,
			);
		view.shown = to;
	}
}
