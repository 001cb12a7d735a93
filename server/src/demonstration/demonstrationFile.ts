import { z } from "zod";

const review = z.object({
	tried: z.string(),
	forWhom: z.string().nullable().default(null),
	effect: z.string().nullable().default(null),
	evidence: z.string().nullable().default(null),
	transferable: z.string().nullable().default(null),
	isRecommended: z.boolean(),
});

/** The shape of `server/data/demonstration.json`, what the plenary is about: ours, so it is checked for slips, not for attacks. */
export const demonstrationFile = z.object({
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
});

/** A demonstration that has been read. */
export type DemonstrationFile = z.infer<typeof demonstrationFile>;
