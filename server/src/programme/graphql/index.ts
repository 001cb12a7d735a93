import type { NetworkRoom } from "../../network/index.ts";
import type { PeopleRoom } from "../../people/index.ts";
import type { ProgrammeRoom } from "../index.ts";
import { BadgeResolver } from "./event/BadgeResolver.ts";
import { DelegateResolver, DelegationResolver, EventResolver } from "./event/EventResolver.ts";
import { JoinResolver } from "./event/JoinResolver.ts";
import { ActivityResolver, NetworkProgrammeResolver } from "./event/ProgrammeResolver.ts";
import { AgendaResolver } from "./session/AgendaResolver.ts";
import { PersonalSessionResolver } from "./session/PersonalSessionResolver.ts";
import { PartnerPresenceResolver, PresenceResolver } from "./session/PresenceResolver.ts";
import { ScreenResolver } from "./session/ScreenResolver.ts";
import { SessionResolver, ViewerSessionsResolver } from "./session/SessionResolver.ts";

export { programmeStreams, sharedView } from "./session/programmeStreams.ts";
export { AgendaItem } from "./views/AgendaItem.ts";
export { Screen } from "./views/Screen.ts";
export { Session } from "./views/Session.ts";
export { Theme } from "./views/Theme.ts";

/** What the resolvers need of the house. */
export interface ProgrammeResolverDeps {
	readonly programme: ProgrammeRoom;
	readonly network: NetworkRoom;
	readonly people: PeopleRoom;
}

/** The room's resolvers, for the container of TypeGraphQL. */
export function programmeResolvers({ programme, network, people }: ProgrammeResolverDeps): object[] {
	return [
		new NetworkProgrammeResolver(programme),
		new ActivityResolver(programme, network),
		new EventResolver(programme, network),
		new DelegationResolver(network),
		new DelegateResolver(network),
		new SessionResolver(programme),
		new ViewerSessionsResolver(programme),
		new PersonalSessionResolver(programme),
		new AgendaResolver(programme),
		new PresenceResolver(programme),
		new PartnerPresenceResolver(network),
		new ScreenResolver(programme),
		new JoinResolver(programme, people),
		new BadgeResolver(programme),
	];
}
