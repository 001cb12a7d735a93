import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import type { InitiativeFacts, NewFinding, NewReview } from "../ports.ts";
import { FindingEntity, InitiativeEntity, ReviewEntity } from "./entities.ts";

/** The recorded initiatives. */
export interface RecordedInitiatives {
	/** By `${partnerId}/${title}`. */
	readonly initiativeIds: ReadonlyMap<string, string>;
	readonly reports: readonly RecordReport[];
}

/** [I1] Brings the initiatives of these partners in line with the facts; an initiative is known by partner and title. */
export async function recordInitiatives(
	{ em }: Transaction,
	partnerCodes: ReadonlyMap<string, string>,
	facts: readonly InitiativeFacts[],
): Promise<RecordedInitiatives> {
	const { report, rows } = await recordRows(
		em,
		{
			kind: "initiative",
			entity: InitiativeEntity,
			keyOf: ({ partnerId, title }) => `${partnerCodes.get(String(partnerId))}: ${title}`,
		},
		await em.find(InitiativeEntity, { partnerId: { $in: [...partnerCodes.keys()] } }),
		facts,
	);
	return {
		reports: [report],
		initiativeIds: new Map(
			[...rows.values()].map(({ id, partnerId, title }) => [`${partnerId}/${title}`, id]),
		),
	};
}

/** Writes reviews, one an initiative. */
export async function addReviews({ em }: Transaction, reviews: readonly NewReview[]): Promise<void> {
	await em.persist(reviews.map((review) => em.create(ReviewEntity, { ...review }))).flush();
}

/** Writes findings and gives their ids, in order. */
export async function addFindings({ em }: Transaction, findings: readonly NewFinding[]): Promise<string[]> {
	const entities = findings.map((finding) => em.create(FindingEntity, { ...finding }));
	await em.persist(entities).flush();
	return entities.map(({ id }) => id);
}
