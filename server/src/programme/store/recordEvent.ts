import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import type { DelegateFacts, EventFacts } from "../ports.ts";
import { ActivityEntity, DelegateEntity, EventEntity } from "./entities.ts";

/** The event of a network's activity, also one of this transaction; null: there is none. */
export async function eventInRecord(
	{ em }: Transaction,
	networkId: string,
	activityOrder: number,
): Promise<string | null> {
	const activity = await em.findOne(ActivityEntity, { networkId, ordinal: activityOrder });
	const event = activity && (await em.findOne(EventEntity, { activityId: activity.id }));
	return event?.id ?? null;
}

/** Writes where and when (time zone) an event is and how it is joined; null: another event has this join code. */
export async function describeEvent(
	{ em }: Transaction,
	eventId: string,
	facts: EventFacts,
): Promise<RecordReport | null> {
	const { joinCode } = facts;
	if (joinCode && (await em.findOne(EventEntity, { joinCode, id: { $ne: eventId } }))) return null;
	const { report } = await recordRows(
		em,
		{ kind: "event", entity: EventEntity, keyOf: ({ id }) => String(id), nameOf: () => facts.name },
		await em.find(EventEntity, { id: eventId }),
		[{ id: eventId, place: facts.place, timeZone: facts.timeZone, joinCode }],
	);
	return report;
}

/**
 * Puts memberships on an event's list and brings badge codes in line; a new delegate without one gets `newBadgeCode`.
 * Nobody is taken off. Memberships by which a person would stand on the list twice [A2] are given as `twice`: then the
 * caller undoes the transaction.
 */
export async function recordDelegates(
	tx: Transaction,
	eventId: string,
	facts: readonly DelegateFacts[],
	newBadgeCode: () => string,
): Promise<{ readonly report: RecordReport; readonly twice: readonly string[] }> {
	const membershipIds = facts.map(({ membershipId }) => membershipId);
	const existing = await tx.em.find(DelegateEntity, { eventId, membershipId: { $in: membershipIds } });
	const known = new Set(existing.map(({ membershipId }) => membershipId));
	const names = new Map(facts.map(({ membershipId, name }) => [membershipId, name]));
	const { report } = await recordRows(
		tx.em,
		{
			kind: "delegate",
			entity: DelegateEntity,
			keyOf: ({ membershipId }) => String(membershipId),
			nameOf: ({ membershipId }) => names.get(String(membershipId)) ?? "",
		},
		existing,
		facts.map(({ membershipId, badgeCode }) => ({
			eventId,
			membershipId,
			badgeCode: badgeCode ?? (known.has(membershipId) ? undefined : newBadgeCode()),
		})),
	);
	const twice = await tx.query<{ id: string }>(
		`select m.id from membership m where m.id = any($2::uuid[]) and exists (
			select from delegate d join membership other on other.id = d.membership_id
			where d.event_id = $1 and other.person_id = m.person_id and other.id <> m.id
		)`,
		[eventId, membershipIds],
	);
	return { report, twice: twice.map(({ id }) => id) };
}
