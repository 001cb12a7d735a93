import { randomUUID } from "node:crypto";
import { defineEntity, p } from "@mikro-orm/core";

const id = () =>
	p
		.uuid()
		.primary()
		.onCreate(() => randomUUID());

const InitiativeSchema = defineEntity({
	name: "Initiative",
	tableName: "initiative",
	properties: {
		id: id(),
		partnerId: p.uuid(),
		themeId: p.uuid().nullable(),
		title: p.text(),
		summary: p.text().nullable(),
		isDemonstration: p.boolean().default(false),
	},
});
/** A local integration initiative. */
export class InitiativeEntity extends InitiativeSchema.class {}
InitiativeSchema.setClass(InitiativeEntity);

const ReviewSchema = defineEntity({
	name: "Review",
	tableName: "review",
	properties: {
		id: id(),
		initiativeId: p.uuid(),
		tried: p.text(),
		forWhom: p.text().nullable(),
		effect: p.text().nullable(),
		evidence: p.text().nullable(),
		transferable: p.text().nullable(),
		isRecommended: p.boolean().default(false),
	},
});
/** A panel's review of an initiative. */
export class ReviewEntity extends ReviewSchema.class {}
ReviewSchema.setClass(ReviewEntity);

const FindingSchema = defineEntity({
	name: "Finding",
	tableName: "finding",
	properties: {
		id: id(),
		themeId: p.uuid(),
		partnerId: p.uuid().nullable(),
		initiativeId: p.uuid().nullable(),
		text: p.text(),
		isDemonstration: p.boolean().default(false),
	},
});
/** A short observation. */
export class FindingEntity extends FindingSchema.class {}
FindingSchema.setClass(FindingEntity);

/** Every entity of this room, for the ORM. */
export const initiativesEntities = [InitiativeSchema, ReviewSchema, FindingSchema];
