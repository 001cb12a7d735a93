import type { GraphQLFormattedError } from "graphql";
import type { Group } from "../groups/Group.ts";
import type { Member } from "../groups/Member.ts";
import type { Plan } from "../groups/Plan.ts";
import type { Entrance } from "../streams.ts";
import { nextHead } from "./messages.ts";

/** What a subscription needs of its connection. */
export interface SubscriptionHome {
	readonly review: Promise<void> | null;
	isHeld(): boolean;
	send(head: Buffer, tail: Buffer): void;
}

/** One subscription of one socket: an id, a place in a group, and where its reader stands. */
export class Subscription<V> implements Member {
	sent: Buffer | null = null;
	cursor: string | null;
	/** Set once it is seated. */
	group: Group | null = null;
	entrance: Entrance<V> | null = null;
	readonly #head: Buffer;

	constructor(
		private readonly home: SubscriptionHome,
		private readonly end: (errors: readonly GraphQLFormattedError[]) => void,
		readonly id: string,
		readonly plan: Plan,
	) {
		this.cursor = plan.after;
		this.#head = nextHead(id);
	}

	get review(): Promise<void> | null {
		return this.home.review;
	}

	isHeld(): boolean {
		return this.home.isHeld();
	}

	deliver(tail: Buffer): void {
		this.home.send(this.#head, tail);
	}

	fail(errors: readonly GraphQLFormattedError[]): void {
		this.end(errors);
	}
}
