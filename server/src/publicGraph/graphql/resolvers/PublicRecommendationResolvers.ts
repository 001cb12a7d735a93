import { type DraftDocument, documentHtml } from "@crossroads/shared";
import { FieldResolver, Resolver, Root } from "type-graphql";
import type { PublicReads } from "../../index.ts";
import { nodeOf } from "../PublicNode.ts";
import { PublicFinding } from "../views/PublicFinding.ts";
import { PublicInitiative } from "../views/PublicInitiative.ts";
import { PublicPoll } from "../views/PublicPoll.ts";
import { PublicRecommendation, PublicTransition, PublicVersion } from "../views/PublicRecommendation.ts";
import { PublicTheme } from "../views/PublicTheme.ts";
import { found } from "./found.ts";

/** What belongs to a recommendation. */
@Resolver(() => PublicRecommendation)
export class PublicRecommendationResolver {
	constructor(private readonly reads: PublicReads) {}

	@FieldResolver(() => PublicTheme, { description: "The theme it is on." })
	theme(@Root() { themeId }: PublicRecommendation) {
		return found("Theme", this.reads.theme, themeId);
	}

	@FieldResolver(() => PublicVersion, { description: "The adopted version, else the newest tabled one." })
	async version(@Root() { key }: PublicRecommendation) {
		const versions = await this.reads.versionsOfRecommendation(key);
		const shown = versions.find(({ isAdopted }) => isAdopted) ?? versions[0];
		if (!shown) throw new Error("A public recommendation has no version.");
		return nodeOf("RecommendationVersion", shown);
	}

	@FieldResolver(() => [PublicVersion], { description: "Every tabled version, newest first." })
	async versions(@Root() { key }: PublicRecommendation) {
		const versions = await this.reads.versionsOfRecommendation(key);
		return versions.map((version) => nodeOf("RecommendationVersion", version));
	}

	@FieldResolver(() => [PublicInitiative], { description: "The initiatives that it rests on." })
	async initiatives(@Root() { key }: PublicRecommendation) {
		const initiatives = await this.reads.initiativesOfRecommendation(key);
		return initiatives.map((initiative) => nodeOf("Initiative", initiative));
	}

	@FieldResolver(() => [PublicFinding], { description: "The findings that it rests on." })
	async findings(@Root() { key }: PublicRecommendation) {
		const findings = await this.reads.findingsOfRecommendation(key);
		return findings.map((finding) => nodeOf("Finding", finding));
	}

	@FieldResolver(() => [PublicTransition], { description: "Its life from its tabling on, oldest first." })
	history(@Root() { key }: PublicRecommendation) {
		return this.reads.historyOfRecommendation(key);
	}

	@FieldResolver(() => PublicPoll, {
		nullable: true,
		description: "The poll that decided on it, else the newest that was opened; null: none is public.",
	})
	async poll(@Root() { key }: PublicRecommendation) {
		const [poll] = await this.reads.pollsOfRecommendation(key);
		return poll ? nodeOf("PublicPoll", poll) : null;
	}
}

/** The text as a page shows it. */
@Resolver(() => PublicVersion)
export class PublicVersionResolver {
	@FieldResolver(() => String, {
		description: "The text as HTML of the elements that a draft may have; nothing else can be in it.",
	})
	html(@Root() { document }: PublicVersion): string {
		return documentHtml(document as DraftDocument);
	}
}
