import type { GraphQLFormattedError } from "graphql";

/** One subscription of one socket, as its group sees it. */
export interface Member {
	/** Sends a `next` message with this shared payload. */
	deliver(tail: Buffer): void;
	/** True while nothing may be sent: the socket is slow, or its viewer is being looked at again. */
	isHeld(): boolean;
	/** Settles when the viewer has been looked at again; null while nobody doubts it. */
	readonly review: Promise<void> | null;
	/** Ends the subscription with a typed error. The group has already forgotten the member. */
	fail(errors: readonly GraphQLFormattedError[]): void;
	/** State: the payload that was sent last. Belongs to the group. */
	sent: Buffer | null;
	/** Log: the cursor behind which the member stands. Belongs to the group. */
	cursor: string | null;
}
