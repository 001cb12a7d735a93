import { GraphQLError } from "graphql";
import { Arg, Args, ID, Query, Resolver, Subscription } from "type-graphql";
import { servedByLive } from "../../../live/index.ts";
import { type NodeKind, parseGlobalId } from "../../domain/globalId.ts";
import type { PublicGraphRoom } from "../../index.ts";
import { ConnectionArgs, connectionOf } from "../connections.ts";
import { NetworkConnection } from "../connectionTypes.ts";
import { type NodeOf, nodeOrNull, PublicNode } from "../PublicNode.ts";
import { PublicNetwork } from "../views/PublicNetwork.ts";
import { PublicPoll } from "../views/PublicPoll.ts";

/** The ways into the public graph. */
@Resolver()
export class PublicQueryResolver {
	constructor(private readonly room: PublicGraphRoom) {}

	@Query(() => PublicNode, {
		nullable: true,
		description: "What has this global id; null: nothing that is public.",
	})
	async node(
		@Arg("id", () => ID, { description: "A global id." }) id: string,
	): Promise<NodeOf<object> | null> {
		const named = parseGlobalId(id);
		return named && this.#load(named.kind, named.key);
	}

	@Query(() => NetworkConnection, { description: "The networks of this server, by code." })
	async networks(@Args(() => ConnectionArgs) page: ConnectionArgs) {
		return connectionOf("networks", "Network", await this.room.reads.networks(), page);
	}

	@Query(() => PublicNetwork, {
		nullable: true,
		description: "The network of this code; null: there is none.",
	})
	async network(@Arg("code", () => String, { description: "The network's code." }) code: string) {
		return nodeOrNull("Network", await this.room.reads.networkByCode(code));
	}

	@Subscription(() => PublicPoll, {
		nullable: true,
		subscribe: servedByLive,
		description: "A public poll with its count, now and after every commit that changes it.",
	})
	async pollTally(@Arg("pollId", () => ID, { description: "The poll's global id." }) pollId: string) {
		const named = parseGlobalId(pollId);
		if (named?.kind !== "PublicPoll") throw new GraphQLError("There is no such poll.", NOT_FOUND);
		return nodeOrNull("PublicPoll", await this.room.reads.poll(named.key));
	}

	async #load(kind: NodeKind, key: string): Promise<NodeOf<object> | null> {
		return nodeOrNull(kind, await this.#rowOf(kind, key));
	}

	#rowOf(kind: NodeKind, key: string): Promise<{ readonly id: string } | null> {
		const { reads } = this.room;
		switch (kind) {
			case "Network":
				return reads.network(key);
			case "Partner":
				return reads.partner(key);
			case "Theme":
				return reads.theme(key);
			case "Activity":
				return reads.activity(key);
			case "Event":
				return reads.event(key);
			case "Initiative":
				return reads.initiative(key);
			case "Finding":
				return reads.finding(key);
			case "Recommendation":
				return reads.recommendation(key);
			case "RecommendationVersion":
				return reads.version(key);
			case "PublicPoll":
				return reads.poll(key);
		}
	}
}

const NOT_FOUND = { extensions: { code: "NOT_FOUND" } };
