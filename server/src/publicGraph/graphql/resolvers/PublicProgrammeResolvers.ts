import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import type { PublicReads } from "../../index.ts";
import { ConnectionArgs, connectionOf } from "../connections.ts";
import { FindingConnection, InitiativeConnection, RecommendationConnection } from "../connectionTypes.ts";
import { nodeOf } from "../PublicNode.ts";
import { PublicActivity } from "../views/PublicActivity.ts";
import { PublicDelegation, PublicEvent } from "../views/PublicEvent.ts";
import { PublicPartner } from "../views/PublicPartner.ts";
import { PublicTheme } from "../views/PublicTheme.ts";
import { found, foundOrNull } from "./found.ts";

/** What belongs to a theme. */
@Resolver(() => PublicTheme)
export class PublicThemeResolver {
	constructor(private readonly reads: PublicReads) {}

	@FieldResolver(() => InitiativeConnection, { description: "Initiatives on it, by partner and title." })
	async initiatives(@Root() { key }: PublicTheme, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		return connectionOf(`initiatives:${key}`, "Initiative", await this.reads.initiativesOfTheme(key), page);
	}

	@FieldResolver(() => FindingConnection, { description: "Findings on it, by partner." })
	async findings(@Root() { key }: PublicTheme, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		return connectionOf(`findings:${key}`, "Finding", await this.reads.findingsOfTheme(key), page);
	}

	@FieldResolver(() => RecommendationConnection, {
		description: "Recommendations on it from their tabling on, by number.",
	})
	async recommendations(@Root() { key }: PublicTheme, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		const recommendations = await this.reads.recommendationsOfTheme(key);
		return connectionOf(`recommendations:${key}`, "Recommendation", recommendations, page);
	}

	@FieldResolver(() => [PublicActivity], { description: "Steps of the programme on it, in their order." })
	async activities(@Root() { key }: PublicTheme) {
		return (await this.reads.activitiesOfTheme(key)).map((activity) => nodeOf("Activity", activity));
	}
}

/** What belongs to a step of the programme. */
@Resolver(() => PublicActivity)
export class PublicActivityResolver {
	constructor(private readonly reads: PublicReads) {}

	@FieldResolver(() => PublicTheme, { nullable: true, description: "The theme it is on, if it is on one." })
	theme(@Root() { themeId }: PublicActivity) {
		return foundOrNull("Theme", this.reads.theme, themeId);
	}

	@FieldResolver(() => PublicPartner, { nullable: true, description: "The partner who hosts it." })
	host(@Root() { hostPartnerId }: PublicActivity) {
		return foundOrNull("Partner", this.reads.partner, hostPartnerId);
	}

	@FieldResolver(() => PublicEvent, { nullable: true, description: "The meeting, if it is one." })
	async event(@Root() { key }: PublicActivity) {
		const [event] = await this.reads.eventsOfActivity(key);
		return event ? nodeOf("Event", event) : null;
	}
}

/** What belongs to a meeting. */
@Resolver(() => PublicEvent)
export class PublicEventResolver {
	constructor(private readonly reads: PublicReads) {}

	@FieldResolver(() => PublicActivity, { description: "The step of the programme that it is." })
	activity(@Root() { activityId }: PublicEvent) {
		return found("Activity", this.reads.activity, activityId);
	}

	@FieldResolver(() => PublicPartner, { nullable: true, description: "The partner who hosts it." })
	host(@Root() { hostPartnerId }: PublicEvent) {
		return foundOrNull("Partner", this.reads.partner, hostPartnerId);
	}

	@FieldResolver(() => [PublicDelegation], { description: "Who sends how many, as the network lists them." })
	delegations(@Root() { key }: PublicEvent) {
		return this.reads.delegationsOfEvent(key);
	}
}

/** Whose delegation it is. */
@Resolver(() => PublicDelegation)
export class PublicDelegationResolver {
	constructor(private readonly reads: PublicReads) {}

	@FieldResolver(() => PublicPartner, { description: "The partner who sends them." })
	partner(@Root() { partnerId }: PublicDelegation) {
		return found("Partner", this.reads.partner, partnerId);
	}
}
