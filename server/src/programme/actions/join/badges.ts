import { RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../../people/index.ts";
import { isLockedOut } from "../../domain/joinBudget.ts";
import type { BadgeRow, EventRow, ProgrammeShelf } from "../../ports.ts";
import type { JoinWorld } from "./JoinWorld.ts";

/** What badges need of the world. */
export interface BadgeWorld extends Pick<JoinWorld, "joins" | "clock" | "budgets"> {
	readonly shelf: Pick<ProgrammeShelf, "badge" | "badgesOf" | "event" | "sessionsOf">;
}

/** A badge as it is handed out. */
export interface Badge extends Omit<BadgeRow, "eventId" | "wrongAt"> {
	/** The delegate has to wait after wrong digits [A8]. */
	readonly isLockedOut: boolean;
}

/** [A14] The badges of an event, by partner and name; null for those who do not hand them out. */
export async function badgesOf(
	world: BadgeWorld,
	viewer: Viewer,
	event: Pick<EventRow, "id" | "networkId">,
): Promise<readonly Badge[] | null> {
	if (!(await handsOutBadges(world, viewer, event))) return null;
	return (await world.shelf.badgesOf(event.id)).map((row) => badgeFrom(world, row));
}

/** [A14] A delegate's badge by the delegate's id, for those who hand it out; null to others. */
export async function badgeOf(world: BadgeWorld, viewer: Viewer, delegateId: string): Promise<Badge | null> {
	const row = await world.shelf.badge(delegateId);
	const event = row && (await world.shelf.event(row.eventId));
	return event && (await handsOutBadges(world, viewer, event)) ? badgeFrom(world, row) : null;
}

/** [A14] Wrong digits and mails so far no longer count for the delegate, whose turn it is again at once. */
export async function resetJoinAttempts(
	world: BadgeWorld,
	viewer: Viewer,
	delegateId: string,
): Promise<RefusalCode | null> {
	if (!viewer.personId) return RefusalCode.NOT_SIGNED_IN;
	const row = await world.shelf.badge(delegateId);
	const event = row && (await world.shelf.event(row.eventId));
	if (!event || !may(viewer, "network:read", event)) return RefusalCode.NOT_FOUND;
	if (!(await handsOutBadges(world, viewer, event))) return RefusalCode.NOT_ALLOWED;
	await world.joins.withDelegate(event.id, row.id, (delegate) => delegate.forgiveAttempts());
	return null;
}

/** Who runs one of the event's sessions, or coordinates the network. */
async function handsOutBadges(
	{ shelf }: BadgeWorld,
	viewer: Viewer,
	{ id, networkId }: Pick<EventRow, "id" | "networkId">,
): Promise<boolean> {
	if (may(viewer, "programme:manage", { networkId })) return true;
	const sessions = await shelf.sessionsOf(id);
	return sessions.some((session) => may(viewer, "session:run", { ...session, sessionId: session.id }));
}

function badgeFrom({ budgets, clock }: BadgeWorld, { eventId, wrongAt, ...badge }: BadgeRow): Badge {
	return { ...badge, isLockedOut: isLockedOut(budgets, wrongAt, clock()) };
}
