import type { Role } from "@crossroads/shared";

/**
 * A role with where it is held. Wider places are filled in: a facilitator of a session has that session's event
 * and network too; a role with neither partner, event nor session is held for the network as a whole.
 */
export interface RoleHeld {
	readonly role: Role;
	readonly networkId: string | null;
	readonly partnerId: string | null;
	readonly eventId: string | null;
	readonly sessionId: string | null;
}

/** Who asks. Nobody signed in: see `nobody`. */
export interface Viewer {
	readonly personId: string | null;
	/** The signed-in browser. */
	readonly signInId: string | null;
	readonly roles: readonly RoleHeld[];
}

/** The viewer of everybody who is not signed in. */
export const nobody: Viewer = Object.freeze({ personId: null, signInId: null, roles: Object.freeze([]) });
