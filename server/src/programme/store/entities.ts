import { randomUUID } from "node:crypto";
import { defineEntity, p } from "@mikro-orm/core";
import type { ActivityKind, AgendaItemKind, SessionKind } from "../ports.ts";

const id = () =>
	p
		.uuid()
		.primary()
		.onCreate(() => randomUUID());

const ThemeSchema = defineEntity({
	name: "Theme",
	tableName: "theme",
	properties: { id: id(), networkId: p.uuid(), code: p.text(), ordinal: p.integer(), title: p.text() },
});
/** One of a network's questions. */
export class ThemeEntity extends ThemeSchema.class {}
ThemeSchema.setClass(ThemeEntity);

const ActivitySchema = defineEntity({
	name: "Activity",
	tableName: "activity",
	properties: {
		id: id(),
		networkId: p.uuid(),
		ordinal: p.integer(),
		kind: p.text().$type<ActivityKind>(),
		title: p.text(),
		summary: p.text().nullable(),
		themeId: p.uuid().nullable(),
		hostPartnerId: p.uuid().nullable(),
		startsOn: p.date().nullable(),
		endsOn: p.date().nullable(),
		reportedDelegates: p.integer().nullable(),
	},
});
/** A step of the programme. */
export class ActivityEntity extends ActivitySchema.class {}
ActivitySchema.setClass(ActivityEntity);

const EventSchema = defineEntity({
	name: "Event",
	tableName: "event",
	properties: {
		id: id(),
		activityId: p.uuid(),
		place: p.text().nullable(),
		timeZone: p.text().nullable(),
		joinCode: p.text().nullable(),
		sessionKinds: p.array<SessionKind>().default([]),
	},
});
/** The event of a transnational activity. */
export class EventEntity extends EventSchema.class {}
EventSchema.setClass(EventEntity);

const DelegateSchema = defineEntity({
	name: "Delegate",
	tableName: "delegate",
	properties: { id: id(), eventId: p.uuid(), membershipId: p.uuid(), badgeCode: p.text() },
});
/** Somebody on an event's list. */
export class DelegateEntity extends DelegateSchema.class {}
DelegateSchema.setClass(DelegateEntity);

const SessionSchema = defineEntity({
	name: "Session",
	tableName: "session",
	properties: {
		id: id(),
		eventId: p.uuid(),
		kind: p.text().$type<SessionKind>(),
		title: p.text(),
		ordinal: p.integer(),
		startsAt: p.datetime().nullable(),
		endsAt: p.datetime().nullable(),
	},
});
/** A part of an event, as a file states it: without what happens in it. */
export class SessionEntity extends SessionSchema.class {}
SessionSchema.setClass(SessionEntity);

const AgendaItemSchema = defineEntity({
	name: "AgendaItem",
	tableName: "agenda_item",
	properties: {
		id: id(),
		sessionId: p.uuid(),
		ordinal: p.integer(),
		kind: p.text().$type<AgendaItemKind>(),
		title: p.text(),
		minutes: p.integer().nullable(),
		recommendationId: p.uuid().nullable(),
	},
});
/** An item of an agenda, as a file states it. */
export class AgendaItemEntity extends AgendaItemSchema.class {}
AgendaItemSchema.setClass(AgendaItemEntity);

/** Every entity of this room, for the ORM; what happens in a session is plain SQL under the session's lock. */
export const programmeEntities = [
	ThemeSchema,
	ActivitySchema,
	EventSchema,
	DelegateSchema,
	SessionSchema,
	AgendaItemSchema,
];
