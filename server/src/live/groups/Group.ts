import type { LogEvent } from "../streams.ts";
import type { Member } from "./Member.ts";
import type { Plan } from "./Plan.ts";

/** Subscribers who get the same bytes. */
export interface Group {
	readonly key: string;
	/** Of whoever came first; the others' are the same, but for the cursor of a Log. */
	readonly plan: Plan;
	readonly topics: readonly string[];
	/** Members. */
	readonly size: number;
	/**
	 * Lets a member in. It is brought up to date first, then hears of every change. One that has moved here from
	 * another group (its viewer changed) has seen things, and must not be shown older ones.
	 */
	join(member: Member, hasMoved: boolean): void;
	/** Forgets a member; no-op for strangers. Returns whether the group is empty. */
	leave(member: Member): boolean;
	/** Something the answer depends on changed, or may have changed. */
	announced(): void;
	/** Log: these events follow, in order. State: the same as `announced`. */
	appended(events: readonly LogEvent[]): void;
	/** A member may be sent to again. */
	released(member: Member): void;
	/** The group is empty and forgotten: stop every timer. */
	dissolve(): void;
}
