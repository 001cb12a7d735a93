import { randomUUID } from "node:crypto";
import type { Role } from "@crossroads/shared";
import type { RoleHeld, Viewer } from "../domain/Viewer.ts";

/** The place of a role held for a network as a whole. */
export const inNetwork = { networkId: "net", partnerId: null, eventId: null, sessionId: null };

/** A role, held nowhere but where it is said. */
export function aRole(role: Role, place: Partial<RoleHeld>): RoleHeld {
	return { networkId: null, partnerId: null, eventId: null, sessionId: null, ...place, role };
}

/** Somebody signed in, with these roles. */
export function aViewer(...roles: RoleHeld[]): Viewer {
	return { personId: randomUUID(), signInId: randomUUID(), roles };
}
