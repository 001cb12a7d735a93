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
		mark: p.text().default("0"),
		bytes: p.bigint("number").default(0),
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
		count: p.integer().default(1),
		mark: p.text(),
		content: p.blob(),
		personId: p.uuid().nullable(),
		pushId: p.uuid(),
		receivedAt: p.datetime().defaultRaw("now()"),
	},
});
/**
 * The updates of one push in a draft: `count` of them, packed (see domain/frames), of which the last has the number
 * `seq`. Appended, never changed. Written by PgDraftLog alone, in plain SQL.
 */
class DraftUpdateRow extends DraftUpdateSchema.class {}
DraftUpdateSchema.setClass(DraftUpdateRow);

const DraftClientSchema = defineEntity({
	name: "DraftClient",
	tableName: "draft_client",
	properties: {
		draftId: p.uuid().primary(),
		clientId: p.bigint("number").primary(),
		personId: p.uuid().nullable(),
		signInId: p.uuid().nullable(),
		clock: p.bigint("number").default(0),
		createdAt: p.datetime().defaultRaw("now()"),
	},
});
/** A Yjs client id in a draft: whose it is, and how far it has written. */
class DraftClientRow extends DraftClientSchema.class {}
DraftClientSchema.setClass(DraftClientRow);

const DraftArchiveSchema = defineEntity({
	name: "DraftArchive",
	tableName: "draft_archive",
	properties: {
		draftId: p.uuid().primary(),
		firstSeq: p.bigint("number"),
		lastSeq: p.bigint("number").primary(),
		updates: p.blob(),
		merged: p.blob(),
		moments: p.json(),
	},
});
/** A chunk of a draft's log that is read for its history alone: its updates, packed, and all of them as one. */
class DraftArchiveRow extends DraftArchiveSchema.class {}
DraftArchiveSchema.setClass(DraftArchiveRow);

const DraftPushSchema = defineEntity({
	name: "DraftPush",
	tableName: "draft_push",
	properties: {
		draftId: p.uuid().primary(),
		pushId: p.uuid().primary(),
		mark: p.text(),
		seq: p.bigint("number"),
		receivedAt: p.datetime(),
	},
});
/** A push whose updates have left the log: what is answered when it is handed in again [D3]. */
class DraftPushRow extends DraftPushSchema.class {}
DraftPushSchema.setClass(DraftPushRow);

/** The tables of this room. */
export const draftingEntities = [DraftRow, DraftUpdateRow, DraftClientRow, DraftArchiveRow, DraftPushRow];
