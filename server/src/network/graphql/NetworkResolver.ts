import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import type { SignInContext } from "../../people/graphql/index.ts";
import { may } from "../../people/index.ts";
import type { NetworkRoom } from "../index.ts";
import type { NetworkRow } from "../ports.ts";
import { Network } from "./Network.ts";
import { Partner } from "./Partner.ts";

/** Networks and partners, for those with any role in the network [N6]. */
@Resolver(() => Network)
export class NetworkResolver {
	constructor(private readonly network: NetworkRoom) {}

	@Query(() => [Network], { description: "The networks in which the viewer has a role, by code." })
	async networks(@Ctx() { viewer }: SignInContext): Promise<NetworkRow[]> {
		const networks = await this.network.shelf.networks();
		return networks.filter(({ id }) => may(viewer, "network:read", { networkId: id }));
	}

	@Query(() => Network, {
		nullable: true,
		name: "network",
		description: "The network of this code, for its members.",
	})
	async networkByCode(
		@Arg("code", () => String, { description: "The network's code." }) code: string,
		@Ctx() { viewer }: SignInContext,
	): Promise<NetworkRow | null> {
		const network = await this.network.shelf.networkByCode(code);
		return network && may(viewer, "network:read", { networkId: network.id }) ? network : null;
	}

	@Query(() => Partner, { nullable: true, description: "A partner, for the members of its network." })
	async partner(
		@Arg("id", () => ID, { description: "The partner's id." }) id: string,
		@Ctx() { viewer }: SignInContext,
	): Promise<Partner | null> {
		const partner = await this.network.shelf.partner(id);
		return partner && may(viewer, "network:read", { networkId: partner.networkId }) ? partner : null;
	}

	@FieldResolver(() => [Partner], { description: "Its partners, the lead partner first." })
	async partners(@Root() { id }: Network): Promise<Partner[]> {
		return [...(await this.network.shelf.partnersOf(id))];
	}
}
