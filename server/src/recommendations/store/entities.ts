import type { DraftDocument } from "@crossroads/shared";
import { defineEntity, p } from "@mikro-orm/core";
import type { RecommendationState } from "../domain/lifecycle.ts";

const RecommendationSchema = defineEntity({
	name: "Recommendation",
	tableName: "recommendation",
	properties: {
		id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
		networkId: p.uuid(),
		themeId: p.uuid(),
		number: p.integer(),
		title: p.text(),
		language: p.text().default("en"),
		state: p.text().$type<RecommendationState>(),
		isDemonstration: p.boolean().default(false),
		createdAt: p.datetime().defaultRaw("now()"),
	},
});
/** A recommendation and where it stands. */
export class RecommendationRow extends RecommendationSchema.class {}
RecommendationSchema.setClass(RecommendationRow);

const BasisSchema = defineEntity({
	name: "RecommendationBasis",
	tableName: "recommendation_basis",
	properties: {
		id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
		recommendationId: p.uuid(),
		initiativeId: p.uuid().nullable(),
		findingId: p.uuid().nullable(),
	},
});
/** An initiative or a finding that a recommendation rests on. */
export class BasisRow extends BasisSchema.class {}
BasisSchema.setClass(BasisRow);

const VersionSchema = defineEntity({
	name: "RecommendationVersion",
	tableName: "recommendation_version",
	properties: {
		id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
		recommendationId: p.uuid(),
		number: p.integer(),
		language: p.text(),
		title: p.text(),
		document: p.json().$type<DraftDocument>(),
		text: p.text(),
		contentHash: p.text(),
		frozenAt: p.datetime(),
		frozenBy: p.uuid(),
	},
});
/** A frozen text; inserted once, never updated. */
export class VersionRow extends VersionSchema.class {}
VersionSchema.setClass(VersionRow);

const TransitionSchema = defineEntity({
	name: "RecommendationTransition",
	tableName: "recommendation_transition",
	properties: {
		id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
		recommendationId: p.uuid(),
		fromState: p.text().$type<RecommendationState>().nullable(),
		toState: p.text().$type<RecommendationState>(),
		at: p.datetime(),
		personId: p.uuid().nullable(),
		versionId: p.uuid().nullable(),
		pollId: p.uuid().nullable(),
	},
});
/** One step of a recommendation's life; inserted once, never updated. */
export class TransitionRow extends TransitionSchema.class {}
TransitionSchema.setClass(TransitionRow);

/** The tables of this room. */
export const recommendationsEntities = [RecommendationRow, BasisRow, VersionRow, TransitionRow];
