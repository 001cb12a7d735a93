import type { GraphQLFormattedError } from "graphql";
import type { Group } from "../groups/Group.ts";
import type { Member } from "../groups/Member.ts";
import type { Plan } from "../groups/Plan.ts";
import { nextHead } from "./messages.ts";

/** What a subscription needs of its connection. */
export interface SubscriptionHome {
	readonly review: Promise<void> | null;
	isHeld(): boolean;
	send(head: string, tail: Buffer): void;
}

/** Where it stands among the operations of its connection. */
export interface SubscriptionPlace {
	end(id: string, errors: readonly GraphQLFormattedError[]): void;
}

/** One subscription of one socket: an id, a place in a group, and where its reader stands. */
export class Subscription implements Member {
	sent: Buffer | null = null;
	cursor: string | null;
	/** Set once it is seated. */
	group: Group | null = null;
	/** What its entrance asked to be told when it is left. */
	onLeave: (() => void) | null = null;
	readonly #head: string;

	constructor(
		private readonly home: SubscriptionHome,
		private readonly place: SubscriptionPlace,
		readonly id: string,
		/** Once it is seated, its group's: thousands hold the same one. */
		public plan: Plan,
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
		this.place.end(this.id, errors);
	}
}
