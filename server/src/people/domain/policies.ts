import { Role } from "@crossroads/shared";
import type { RoleHeld, Viewer } from "./Viewer.ts";

/** Everything that depends on a role. The one list for the whole API. */
export type Action =
	| "network:read"
	| "panel:manage"
	| "programme:manage"
	| "session:attend"
	| "session:run"
	| "session:read"
	| "recommendation:create"
	| "recommendation:advance"
	| "recommendation:table"
	| "draft:read"
	| "draft:write"
	| "poll:run"
	| "poll:vote";

/** Where the action would happen, as far as it is known: what is missing matches no role. */
export interface Subject {
	readonly networkId?: string | null;
	readonly partnerId?: string | null;
	readonly eventId?: string | null;
	readonly sessionId?: string | null;
}

/**
 * How near a role must be held to the subject: for the whole network; anywhere in the network (with one of its
 * partners, at one of its events, in one of its sessions); with the partner; at the event; in the session.
 */
type Reach = "wholeNetwork" | "anywhereInNetwork" | "partner" | "event" | "session";

type Rule = readonly [Role, Reach];

const coordinators: readonly Rule[] = [
	[Role.NETWORK_COORDINATOR, "wholeNetwork"],
	[Role.PARTNER_COORDINATOR, "anywhereInNetwork"],
];

const anyRole: readonly Rule[] = Object.values(Role).map((role) => [role, "anywhereInNetwork"] as const);

const runners: readonly Rule[] = [
	[Role.FACILITATOR, "session"],
	[Role.NETWORK_COORDINATOR, "wholeNetwork"],
];

/** [P1] Who may do what. One of the rules suffices. */
const policies: Readonly<Record<Exclude<Action, "poll:vote">, readonly Rule[]>> = {
	"network:read": anyRole,
	"panel:manage": [
		[Role.NETWORK_COORDINATOR, "wholeNetwork"],
		[Role.PARTNER_COORDINATOR, "partner"],
	],
	"programme:manage": [[Role.NETWORK_COORDINATOR, "wholeNetwork"]],
	"session:attend": [[Role.DELEGATE, "event"]],
	"session:run": runners,
	"session:read": [
		...coordinators,
		[Role.FACILITATOR, "session"],
		[Role.DELEGATE, "event"],
		[Role.OBSERVER, "wholeNetwork"],
		[Role.OBSERVER, "session"],
	],
	"recommendation:create": coordinators,
	"recommendation:advance": coordinators,
	"recommendation:table": runners,
	"draft:read": anyRole,
	"draft:write": [
		...coordinators,
		[Role.DELEGATE, "anywhereInNetwork"],
		[Role.PANEL_MEMBER, "anywhereInNetwork"],
	],
	"poll:run": runners,
};

/**
 * Whether the viewer's roles allow the action there. Says nothing about the state of things (a closed poll).
 * "poll:vote" asks only that somebody is signed in: the poll's electorate, fixed at its opening, decides [P2].
 */
export function may(viewer: Viewer, action: Action, subject: Subject): boolean {
	if (action === "poll:vote") return viewer.personId !== null;
	const rules = policies[action];
	return viewer.roles.some((held) =>
		rules.some(([role, reach]) => held.role === role && reaches(held, reach, subject)),
	);
}

function reaches(held: RoleHeld, reach: Reach, subject: Subject): boolean {
	switch (reach) {
		case "wholeNetwork":
			return isSame(held.networkId, subject.networkId) && isForWholeNetwork(held);
		case "anywhereInNetwork":
			return isSame(held.networkId, subject.networkId);
		case "partner":
			return isSame(held.partnerId, subject.partnerId);
		case "event":
			return isSame(held.eventId, subject.eventId);
		case "session":
			return isSame(held.sessionId, subject.sessionId);
	}
}

function isForWholeNetwork({ partnerId, eventId, sessionId }: RoleHeld): boolean {
	return partnerId === null && eventId === null && sessionId === null;
}

/** Two unknown places are not the same place. */
function isSame(held: string | null, wanted: string | null | undefined): boolean {
	return held !== null && held === wanted;
}
