import { StakeholderGroup } from "@crossroads/shared";
import { Args, FieldResolver, Resolver, Root } from "type-graphql";
import type { PublicGraphRoom } from "../../index.ts";
import { ConnectionArgs, connectionOf } from "../connections.ts";
import { InitiativeConnection } from "../connectionTypes.ts";
import { nodeOf } from "../PublicNode.ts";
import { PublicEvent } from "../views/PublicEvent.ts";
import { PublicPanel } from "../views/PublicPanel.ts";
import { PublicPartner } from "../views/PublicPartner.ts";

/** What a partner does. */
@Resolver(() => PublicPartner)
export class PublicPartnerResolver {
	constructor(private readonly room: PublicGraphRoom) {}

	@FieldResolver(() => PublicPanel, { description: "Its local panel in headcounts." })
	async panel(@Root() { key, networkId }: PublicPartner): Promise<PublicPanel> {
		const { size, isBalanced, groups, history } = await this.room.panelOf({ id: key, networkId });
		return {
			size,
			isBalanced,
			groups: groups.map(({ group, count, toAdd, means }) => ({ group, count, toAdd, means })),
			history: history.map(({ on, counts, ...moment }) => ({
				on,
				size: moment.size,
				isBalanced: moment.isBalanced,
				counts: Object.values(StakeholderGroup).map((group) => ({ group, count: counts[group] })),
			})),
		};
	}

	@FieldResolver(() => InitiativeConnection, { description: "Its initiatives, by title." })
	async initiatives(@Root() { key }: PublicPartner, @Args(() => ConnectionArgs) page: ConnectionArgs) {
		const initiatives = await this.room.reads.initiativesOfPartner(key);
		return connectionOf(`initiatives:${key}`, "Initiative", initiatives, page);
	}

	@FieldResolver(() => [PublicEvent], { description: "The events that it hosts, in the programme's order." })
	async hostedEvents(@Root() { key }: PublicPartner) {
		return (await this.room.reads.eventsOfHost(key)).map((event) => nodeOf("Event", event));
	}
}
