import { defineEntity, p } from "@mikro-orm/core";

const DraftSchema = defineEntity({
	name: "Draft",
	tableName: "draft",
	properties: {
		id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
		recommendationId: p.uuid(),
		language: p.text(),
		snapshot: p.blob().nullable(),
		snapshotSeq: p.bigint("number").default(0),
		lastSeq: p.bigint("number").default(0),
		createdAt: p.datetime().defaultRaw("now()"),
	},
});
/** A draft and where its log stands. Written by PgDraftLog alone, in plain SQL. */
class DraftRow extends DraftSchema.class {}
DraftSchema.setClass(DraftRow);

const DraftUpdateSchema = defineEntity({
	name: "DraftUpdate",
	tableName: "draft_update",
	properties: {
		draftId: p.uuid().primary(),
		seq: p.bigint("number").primary(),
		content: p.blob(),
		personId: p.uuid().nullable(),
		pushId: p.uuid(),
		receivedAt: p.datetime().defaultRaw("now()"),
	},
});
/** One update of a draft; appended, never changed. Written by PgDraftLog alone, in plain SQL. */
class DraftUpdateRow extends DraftUpdateSchema.class {}
DraftUpdateSchema.setClass(DraftUpdateRow);

/** The tables of this room. */
export const draftingEntities = [DraftRow, DraftUpdateRow];
