import { StakeholderGroup } from "@crossroads/shared";
import { z } from "zod";
import { code, comment, day, language, name, order, prose, timeZone, unknownOr } from "../file/fields.ts";

const network = z.strictObject({
	...comment,
	code,
	name,
	programme: unknownOr(name),
	projectNumber: unknownOr(name),
	grantAgreement: unknownOr(name),
	startsOn: unknownOr(day),
	endsOn: unknownOr(day),
	workingLanguage: language.optional(),
	targetPublic: unknownOr(prose),
	aims: z.array(prose).max(50).optional(),
});

const share = z
	.string()
	.regex(/^[1-9][0-9]{0,2}\/[1-9][0-9]{0,2}$/, { error: "is no share (such as 1/3)", abort: true })
	.refine((written) => Number(written.split("/")[1]) <= 100, "is no share: its lower number is above 100")
	.transform((written) => {
		const [numerator, denominator] = written.split("/").map(Number);
		return { numerator: numerator as number, denominator: denominator as number };
	});

const panelRule = z.strictObject({
	...comment,
	shares: z
		.array(z.strictObject({ ...comment, group: z.enum(StakeholderGroup), share, means: unknownOr(name) }))
		.max(3),
});

const partner = z.strictObject({
	...comment,
	code,
	role: z.enum(["LEAD", "CORE", "CONTRIBUTING"]),
	name,
	kind: unknownOr(name),
	city: name,
	region: unknownOr(name),
	country: z.string().regex(/^[A-Z]{2}$/, "is no country (ISO 3166-1, such as BE)"),
	languages: z.array(language).min(1, "is empty").max(20),
	latitude: unknownOr(z.number().min(-90).max(90)),
	longitude: unknownOr(z.number().min(-180).max(180)),
});

const theme = z.strictObject({ ...comment, code, order, title: name });

const activity = z.strictObject({
	...comment,
	order,
	kind: z.enum(["PREPARATION", "LOCAL", "TRANSNATIONAL"]),
	title: name,
	theme: unknownOr(code),
	host: unknownOr(code),
	summary: unknownOr(prose),
	startsOn: unknownOr(day),
	endsOn: unknownOr(day),
	reportedDelegates: unknownOr(z.int("is no whole number").min(0).max(1_000_000)),
	place: unknownOr(name),
	timeZone: unknownOr(timeZone),
	sessions: unknownOr(z.array(z.enum(["PLENARY", "WORKSHOP", "FIELD_VISIT"])).max(50)),
});

const initiative = z.strictObject({
	...comment,
	partner: code,
	title: name,
	theme: unknownOr(code),
	summary: unknownOr(prose),
});

/** The shape of a network file. What its parts say of each other is checked by `networkFaults`. */
export const networkFile = z.strictObject({
	...comment,
	network,
	panelRule: panelRule.optional(),
	partners: z.array(partner).min(1, "is empty").max(1_000),
	themes: z.array(theme).max(1_000),
	activities: z.array(activity).max(1_000),
	handbook: z.strictObject({ ...comment, title: unknownOr(name), presentedAt: unknownOr(name) }).optional(),
	initiatives: z.array(initiative).max(10_000).default([]),
	newsletterLanguages: z.array(language).max(50).optional(),
});

/** A network file that has been read. */
export type NetworkFile = z.infer<typeof networkFile>;
