import { isFourDigits, isJoinCode, StakeholderGroup } from "@crossroads/shared";
import { z } from "zod";
import {
	code,
	comment,
	day,
	language,
	name,
	order,
	orMissing,
	text,
	timeZone,
	unknownOr,
} from "../file/fields.ts";

const email = z.email(orMissing("is no e-mail address")).max(320, "is longer than 320 characters");
const personName = text(200);
const moment = z.iso
	.datetime({ offset: true, error: "is no moment (such as 2026-06-12T09:30:00+02:00)" })
	.transform((written) => new Date(written));

/** Who holds a role signs in by a link, so that the e-mail address must be known. */
const roleHolder = { ...comment, name: personName, email, language: unknownOr(language) };

const member = z.strictObject({
	...comment,
	key: code,
	name: personName,
	email: unknownOr(email),
	language: unknownOr(language),
	group: z.enum(StakeholderGroup),
	origin: unknownOr(name),
	joinedOn: day,
	leftOn: unknownOr(day),
});

const delegate = z.strictObject({
	...comment,
	member: code,
	badgeCode: unknownOr(z.string().refine(isFourDigits, "is no badge code (four digits)")),
});

const agendaItem = z.strictObject({
	...comment,
	kind: z.enum(["INFORMATION", "DISCUSSION", "DECISION", "BREAK"]),
	title: name,
	minutes: unknownOr(z.int("is no whole number").min(1).max(1_440)),
	recommendation: unknownOr(order),
});

const session = z.strictObject({
	...comment,
	kind: z.enum(["PLENARY", "WORKSHOP", "FIELD_VISIT"]),
	title: name,
	startsAt: unknownOr(moment),
	endsAt: unknownOr(moment),
	agenda: z.array(agendaItem).max(200).default([]),
});

const event = z.strictObject({
	...comment,
	activityOrder: order,
	place: unknownOr(name),
	timeZone: unknownOr(timeZone),
	joinCode: unknownOr(z.string().refine(isJoinCode, "is no join code (eight of its letters and digits)")),
});

/** The shape of a file of people. What its parts say of each other is checked by `peopleFaults`. */
export const peopleFile = z.strictObject({
	...comment,
	network: code,
	isDemonstration: z.boolean().default(false),
	coordinators: z
		.array(
			z.strictObject({
				...roleHolder,
				role: z.enum(["NETWORK_COORDINATOR", "PARTNER_COORDINATOR"]),
				partner: unknownOr(code),
			}),
		)
		.max(10_000)
		.default([]),
	observers: z.array(z.strictObject(roleHolder)).max(10_000).default([]),
	translators: z.array(z.strictObject(roleHolder)).max(10_000).default([]),
	panels: z
		.array(z.strictObject({ ...comment, partner: code, members: z.array(member).max(1_000) }))
		.max(1_000)
		.default([]),
	event: event.optional(),
	delegations: z
		.array(z.strictObject({ ...comment, partner: code, delegates: z.array(delegate).max(1_000) }))
		.max(1_000)
		.default([]),
	sessions: z.array(session).max(200).default([]),
	facilitators: z
		.array(z.strictObject({ ...roleHolder, sessions: z.array(name).min(1, "is empty").max(200).optional() }))
		.max(1_000)
		.default([]),
});

/** A file of people that has been read. */
export type PeopleFile = z.infer<typeof peopleFile>;
