import { Arg, Args, FieldResolver, Resolver, Root } from "type-graphql";
import type { PublicReads } from "../../index.ts";
import { ConnectionArgs, connectionOf } from "../connections.ts";
import {
	ActivityConnection,
	EventConnection,
	InitiativeConnection,
	PartnerConnection,
	RecommendationConnection,
	ThemeConnection,
} from "../connectionTypes.ts";
import { PublicRecommendationState } from "../enums.ts";
import { nodeOf, nodeOrNull } from "../PublicNode.ts";
import { PublicNetwork } from "../views/PublicNetwork.ts";
import { PublicPartner } from "../views/PublicPartner.ts";
import { PublicPoll } from "../views/PublicPoll.ts";
import { PublicTheme } from "../views/PublicTheme.ts";

type State = keyof typeof PublicRecommendationState;

/** What a network holds. */
@Resolver(() => PublicNetwork)
export class PublicNetworkResolver {
	constructor(private readonly reads: PublicReads) {}

	@FieldResolver(() => PartnerConnection, { description: "Its partners, as the network lists them." })
	async partners(@Root() { key }: PublicNetwork, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		return connectionOf(`partners:${key}`, "Partner", await this.reads.partnersOfNetwork(key), page);
	}

	@FieldResolver(() => PublicPartner, {
		nullable: true,
		description: "The partner of this code; null: there is none.",
	})
	async partner(
		@Root() { key }: PublicNetwork,
		@Arg("code", () => String, { description: "The partner's code." }) code: string,
	) {
		const partners = await this.reads.partnersOfNetwork(key);
		return nodeOrNull("Partner", partners.find((partner) => partner.code === code) ?? null);
	}

	@FieldResolver(() => ThemeConnection, { description: "Its themes, in their order." })
	async themes(@Root() { key }: PublicNetwork, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		return connectionOf(`themes:${key}`, "Theme", await this.reads.themesOfNetwork(key), page);
	}

	@FieldResolver(() => PublicTheme, {
		nullable: true,
		description: "The theme of this code; null: there is none.",
	})
	async theme(
		@Root() { key }: PublicNetwork,
		@Arg("code", () => String, { description: "The theme's code." }) code: string,
	) {
		const themes = await this.reads.themesOfNetwork(key);
		return nodeOrNull("Theme", themes.find((theme) => theme.code === code) ?? null);
	}

	@FieldResolver(() => ActivityConnection, { description: "The steps of its programme, in their order." })
	async activities(@Root() { key }: PublicNetwork, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		return connectionOf(`activities:${key}`, "Activity", await this.reads.activitiesOfNetwork(key), page);
	}

	@FieldResolver(() => EventConnection, { description: "The meetings of its cities, in their order." })
	async events(@Root() { key }: PublicNetwork, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		return connectionOf(`events:${key}`, "Event", await this.reads.eventsOfNetwork(key), page);
	}

	@FieldResolver(() => InitiativeConnection, {
		description: "Its partners' initiatives, by partner and title.",
	})
	async initiatives(@Root() { key }: PublicNetwork, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		return connectionOf(`initiatives:${key}`, "Initiative", await this.reads.initiativesOfNetwork(key), page);
	}

	@FieldResolver(() => RecommendationConnection, {
		description: "Its recommendations from their tabling on, by number.",
	})
	async recommendations(
		@Root() { key }: PublicNetwork,
		@Args(() => ConnectionArgs) page: ConnectionArgs,
		@Arg("states", () => [PublicRecommendationState], {
			nullable: true,
			description: "Only those in one of these states; null: all.",
		})
		states: State[] | null,
	) {
		const all = await this.reads.recommendationsOfNetwork(key);
		const wanted = states ? all.filter(({ state }) => states.includes(state)) : all;
		return connectionOf(`recommendations:${key}`, "Recommendation", wanted, page);
	}

	@FieldResolver(() => [PublicPoll], { description: "Its public polls that are open now, newest first." })
	async currentPolls(@Root() { key }: PublicNetwork) {
		return (await this.reads.openPollsOfNetwork(key)).map((poll) => nodeOf("PublicPoll", poll));
	}
}
