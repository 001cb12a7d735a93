import { Arg, FieldResolver, ID, Query, Resolver, Root, Subscription } from "type-graphql";
import { servedByLive } from "../../../live/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { FloorRequest } from "../views/FloorRequest.ts";
import { Presence } from "../views/Presence.ts";
import { Screen, ScreenItem } from "../views/Screen.ts";
import { presenceOf } from "./presenceOf.ts";

/** [A12] The projector: for whoever holds the session's id, signed in or not. */
@Resolver(() => Screen)
export class ScreenResolver {
	constructor(private readonly programme: ProgrammeRoom) {}

	@Query(() => Screen, {
		nullable: true,
		name: "screen",
		description: "What the projector shows of a session.",
	})
	screenOf(
		@Arg("sessionId", () => ID, { description: "The session." }) sessionId: string,
	): Promise<Screen | null> {
		return this.#screen(sessionId);
	}

	@Subscription(() => Screen, {
		nullable: true,
		name: "screen",
		subscribe: servedByLive,
		description: "What the projector shows now, and again after every change.",
	})
	screenNow(
		@Arg("sessionId", () => ID, { description: "The session." }) sessionId: string,
	): Promise<Screen | null> {
		return this.#screen(sessionId);
	}

	@FieldResolver(() => [ScreenItem], { description: "The agenda, in order." })
	async agenda(@Root() { sessionId }: Screen): Promise<ScreenItem[]> {
		return [...(await this.programme.shelf.agendaOf(sessionId))];
	}

	@FieldResolver(() => ScreenItem, { nullable: true, description: "Where the session is now." })
	async currentItem(@Root() { sessionId }: Screen): Promise<ScreenItem | null> {
		return (await this.programme.shelf.agendaOf(sessionId)).find(({ isCurrent }) => isCurrent) ?? null;
	}

	@FieldResolver(() => Presence, { description: "How many are there." })
	presence(@Root() { sessionId, version }: Screen): Promise<Presence> {
		return presenceOf(this.programme, { id: sessionId, version });
	}

	@FieldResolver(() => FloorRequest, { nullable: true, description: "Who speaks now." })
	async speaker(@Root() { sessionId }: Screen): Promise<FloorRequest | null> {
		const floor = await this.programme.shelf.floorOf(sessionId);
		return floor.find(({ calledAt }) => calledAt !== null) ?? null;
	}

	async #screen(sessionId: string): Promise<Screen | null> {
		const { shelf } = this.programme;
		const session = await shelf.session(sessionId);
		const event = session && (await shelf.event(session.eventId));
		if (!event) return null;
		const { title, kind, version, eventId, currentItemId } = session;
		const { place, timeZone, joinCode, isDemonstration } = event;
		const now = { sessionId: session.id, eventId, currentItemId, title, kind, version };
		return { ...now, place, timeZone, joinCode, isDemonstration };
	}
}
