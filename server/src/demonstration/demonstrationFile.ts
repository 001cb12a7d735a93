import { StakeholderGroup } from "@crossroads/shared";
import { z } from "zod";

const person = { name: z.string(), email: z.email(), language: z.string() };
const day = z.iso.date();

const agenda = z.array(
	z.object({
		kind: z.enum(["INFORMATION", "DISCUSSION", "DECISION", "BREAK"]),
		title: z.string(),
		minutes: z.int().nullable(),
		recommendation: z.string().nullable(),
	}),
);

const review = z.object({
	tried: z.string(),
	forWhom: z.string().nullable().default(null),
	effect: z.string().nullable().default(null),
	evidence: z.string().nullable().default(null),
	transferable: z.string().nullable().default(null),
	isRecommended: z.boolean(),
});

/** The shape of `server/data/demonstration.json`: ours, so it is checked for slips, not for attacks. */
export const demonstrationFile = z.object({
	event: z.object({ activityOrder: z.int(), place: z.string(), timeZone: z.string(), joinCode: z.string() }),
	panels: z.array(
		z.object({
			partner: z.string(),
			members: z.array(
				z.object({
					...person,
					key: z.string(),
					group: z.enum(StakeholderGroup),
					origin: z.string().nullable(),
					joinedOn: day,
					leftOn: day.nullable(),
				}),
			),
		}),
	),
	delegations: z.array(
		z.object({
			partner: z.string(),
			delegates: z.array(z.object({ member: z.string(), badgeCode: z.string().regex(/^\d{4}$/) })),
		}),
	),
	coordinators: z.array(
		z.object({
			...person,
			partner: z.string(),
			role: z.enum(["NETWORK_COORDINATOR", "PARTNER_COORDINATOR"]),
		}),
	),
	facilitator: z.object(person),
	observer: z.object(person),
	translator: z.object(person),
	initiatives: z.array(
		z.object({
			key: z.string(),
			partner: z.string(),
			theme: z.string().nullable(),
			title: z.string(),
			summary: z.string().nullable(),
			review: review.nullable(),
		}),
	),
	findings: z.array(
		z.object({
			key: z.string(),
			theme: z.string(),
			partner: z.string().nullable(),
			text: z.string(),
			initiative: z.string().nullable(),
		}),
	),
	recommendations: z.array(
		z.object({
			key: z.string(),
			theme: z.string(),
			title: z.string(),
			state: z.enum(["DRAFT", "REVIEW"]),
			language: z.string(),
			document: z.custom<object>((value) => typeof value === "object" && value !== null),
			restsOnInitiatives: z.array(z.string()),
			restsOnFindings: z.array(z.string()),
		}),
	),
	session: z.object({ kind: z.enum(["PLENARY", "WORKSHOP", "FIELD_VISIT"]), title: z.string(), agenda }),
	workshop: z.object({ title: z.string(), agenda }),
});

/** A demonstration that has been read. */
export type DemonstrationFile = z.infer<typeof demonstrationFile>;
