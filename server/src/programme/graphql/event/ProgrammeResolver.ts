import { FieldResolver, Resolver, Root } from "type-graphql";
import { Network, Partner } from "../../../network/graphql/index.ts";
import type { NetworkRoom } from "../../../network/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { Activity } from "../views/Activity.ts";
import { Event } from "../views/Event.ts";
import { Theme } from "../views/Theme.ts";

/** What the programme adds to a network. */
@Resolver(() => Network)
export class NetworkProgrammeResolver {
	constructor(private readonly programme: ProgrammeRoom) {}

	@FieldResolver(() => [Theme], { description: "The network's questions, in their order." })
	async themes(@Root() { id }: Network): Promise<Theme[]> {
		return [...(await this.programme.shelf.themesOf(id))];
	}

	@FieldResolver(() => [Activity], { description: "The steps of the programme, in their order." })
	async activities(@Root() { id }: Network): Promise<Activity[]> {
		return [...(await this.programme.shelf.activitiesOf(id))];
	}
}

/** What an activity belongs to. */
@Resolver(() => Activity)
export class ActivityResolver {
	constructor(
		private readonly programme: ProgrammeRoom,
		private readonly network: NetworkRoom,
	) {}

	@FieldResolver(() => Theme, { nullable: true, description: "The theme it works on." })
	async theme(@Root() { themeId }: Activity): Promise<Theme | null> {
		return themeId ? this.programme.shelf.theme(themeId) : null;
	}

	@FieldResolver(() => Partner, { nullable: true, description: "The partner whose guests the others are." })
	async host(@Root() { hostPartnerId }: Activity): Promise<Partner | null> {
		return hostPartnerId ? this.network.shelf.partner(hostPartnerId) : null;
	}

	@FieldResolver(() => Event, { nullable: true, description: "The event, of a transnational activity." })
	event(@Root() { id }: Activity): Promise<Event | null> {
		return this.programme.shelf.eventOfActivity(id);
	}
}
