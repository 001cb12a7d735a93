import { randomUUID } from "node:crypto";
import { defineEntity, p } from "@mikro-orm/core";
import type { ActivityKind, SessionKind } from "../ports.ts";

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
		timeZone: p.text().default("Europe/Brussels"),
		joinCode: p.text().nullable(),
		sessionKinds: p.array<SessionKind>().default([]),
	},
});
/** The event of a transnational activity. */
export class EventEntity extends EventSchema.class {}
EventSchema.setClass(EventEntity);

/** Every entity of this room, for the ORM; what happens in a session is plain SQL under the session's lock. */
export const programmeEntities = [ThemeSchema, ActivitySchema, EventSchema];
