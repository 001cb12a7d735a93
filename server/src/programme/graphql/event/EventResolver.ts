import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Network, Partner } from "../../../network/graphql/index.ts";
import type { NetworkRoom } from "../../../network/index.ts";
import type { SignInContext } from "../../../people/graphql/index.ts";
import { may } from "../../../people/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { existing } from "../existing.ts";
import { Activity } from "../views/Activity.ts";
import { Delegate, Delegation, Event } from "../views/Event.ts";
import { Session } from "../views/Session.ts";

/** Events, for those with any role in the network. */
@Resolver(() => Event)
export class EventResolver {
	constructor(
		private readonly programme: ProgrammeRoom,
		private readonly networks: NetworkRoom,
	) {}

	@Query(() => Event, {
		nullable: true,
		name: "event",
		description: "An event, for the members of its network.",
	})
	async eventById(
		@Arg("id", () => ID, { description: "The event's id." }) id: string,
		@Ctx() { viewer }: SignInContext,
	): Promise<Event | null> {
		const event = await this.programme.shelf.event(id);
		return event && may(viewer, "network:read", event) ? event : null;
	}

	@FieldResolver(() => Activity, { description: "The activity that it is." })
	async activity(@Root() { activityId }: Event): Promise<Activity> {
		return existing(await this.programme.shelf.activity(activityId));
	}

	@FieldResolver(() => Network, { description: "The network that meets." })
	async network(@Root() { networkId }: Event): Promise<Network> {
		return existing(await this.networks.shelf.network(networkId));
	}

	@FieldResolver(() => [Session], { description: "Its sessions that the viewer may read, in their order." })
	async sessions(@Root() { id }: Event, @Ctx() { viewer }: SignInContext): Promise<Session[]> {
		const sessions = await this.programme.shelf.sessionsOf(id);
		return sessions.filter((session) => may(viewer, "session:read", { ...session, sessionId: session.id }));
	}

	@FieldResolver(() => [Delegation], { description: "The delegates by partner." })
	async delegations(@Root() { id }: Event): Promise<Delegation[]> {
		const delegates = await this.programme.shelf.delegatesOf(id);
		return [...Map.groupBy(delegates, ({ partnerId }) => partnerId)].map(([partnerId, own]) => ({
			partnerId,
			delegates: own,
			size: own.length,
		}));
	}
}

/** The partner of a delegation. */
@Resolver(() => Delegation)
export class DelegationResolver {
	constructor(private readonly network: NetworkRoom) {}

	@FieldResolver(() => Partner, { description: "The partner who sends them." })
	async partner(@Root() { partnerId }: Delegation): Promise<Partner> {
		return existing(await this.network.shelf.partner(partnerId));
	}
}

/** The partner of a delegate. */
@Resolver(() => Delegate)
export class DelegateResolver {
	constructor(private readonly network: NetworkRoom) {}

	@FieldResolver(() => Partner, { description: "The partner who sends the person." })
	async partner(@Root() { partnerId }: Delegate): Promise<Partner> {
		return existing(await this.network.shelf.partner(partnerId));
	}
}
