import { Arg, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root, Subscription } from "type-graphql";
import { servedByLive } from "../../../live/index.ts";
import type { SignInContext } from "../../../people/graphql/index.ts";
import { ViewerView } from "../../../people/graphql/index.ts";
import { may } from "../../../people/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { existing } from "../existing.ts";
import { AgendaItem } from "../views/AgendaItem.ts";
import { Event } from "../views/Event.ts";
import { FloorRequest } from "../views/FloorRequest.ts";
import { Presence } from "../views/Presence.ts";
import { Session } from "../views/Session.ts";
import { presenceOf } from "./presenceOf.ts";
import { readableSession } from "./readableSession.ts";

/** A session, for those who may read it. */
@Resolver(() => Session)
export class SessionResolver {
	constructor(private readonly programme: ProgrammeRoom) {}

	@Query(() => Session, {
		nullable: true,
		name: "session",
		description: "A session, for those who take part.",
	})
	sessionById(
		@Arg("id", () => ID, { description: "The session's id." }) id: string,
		@Ctx() { viewer }: SignInContext,
	): Promise<Session | null> {
		return readableSession(this.programme, viewer, id);
	}

	@Subscription(() => Session, {
		nullable: true,
		name: "session",
		subscribe: servedByLive,
		description: "The session now, and again after every change of agenda, floor and polls.",
	})
	sessionNow(@Arg("id", () => ID, { description: "The session's id." }) id: string): Promise<Session | null> {
		return this.programme.shelf.session(id);
	}

	@FieldResolver(() => Event, { description: "The event of which it is a part." })
	async event(@Root() { eventId }: Session): Promise<Event> {
		return existing(await this.programme.shelf.event(eventId));
	}

	@FieldResolver(() => [AgendaItem], { description: "Its agenda, in order." })
	async agenda(@Root() { id }: Session): Promise<AgendaItem[]> {
		return [...(await this.programme.shelf.agendaOf(id))];
	}

	@FieldResolver(() => AgendaItem, { nullable: true, description: "Where the session is now." })
	async currentItem(@Root() { id }: Session): Promise<AgendaItem | null> {
		return (await this.programme.shelf.agendaOf(id)).find(({ isCurrent }) => isCurrent) ?? null;
	}

	@Extensions({ listSize: 30 })
	@FieldResolver(() => [FloorRequest], { description: "Who speaks, then who waits, in the order of asking." })
	async floor(@Root() { id }: Session): Promise<FloorRequest[]> {
		return [...(await this.programme.shelf.floorOf(id))];
	}

	@FieldResolver(() => Presence, { description: "How many are there." })
	presence(@Root() session: Session): Promise<Presence> {
		return presenceOf(this.programme, session);
	}

	@FieldResolver(() => String, {
		nullable: true,
		description: "The code with which delegates join the event; null for those who do not run the session.",
	})
	async joinCode(@Root() session: Session, @Ctx() { viewer }: SignInContext): Promise<string | null> {
		if (!may(viewer, "session:run", { ...session, sessionId: session.id })) return null;
		return (await this.programme.shelf.event(session.eventId))?.joinCode ?? null;
	}
}

/** The sessions of a viewer. */
@Resolver(() => ViewerView)
export class ViewerSessionsResolver {
	constructor(private readonly programme: ProgrammeRoom) {}

	@FieldResolver(() => [Session], {
		description: "The sessions that the person may read, those of the latest step of the programme first.",
	})
	async sessions(@Root() _person: ViewerView, @Ctx() { viewer }: SignInContext): Promise<Session[]> {
		const networkIds = new Set(viewer.roles.flatMap(({ networkId }) => networkId ?? []));
		const sessions = await Promise.all(
			[...networkIds].map((networkId) => this.programme.shelf.sessionsOfNetwork(networkId)),
		);
		return sessions
			.flat()
			.filter((session) => may(viewer, "session:read", { ...session, sessionId: session.id }));
	}
}
