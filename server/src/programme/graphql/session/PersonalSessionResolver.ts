import { Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import type { SignInContext } from "../../../people/graphql/index.ts";
import { may } from "../../../people/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { FloorRequest } from "../views/FloorRequest.ts";
import { Session } from "../views/Session.ts";

/** What a session is to the person who looks. */
@Resolver(() => Session)
export class PersonalSessionResolver {
	constructor(private readonly programme: ProgrammeRoom) {}

	@Extensions({ personal: true })
	@FieldResolver(() => Boolean, { description: "Whether the viewer is checked in." })
	async viewerIsPresent(@Root() { id }: Session, @Ctx() { viewer }: SignInContext): Promise<boolean> {
		return viewer.personId !== null && this.programme.shelf.isPresent(id, viewer.personId);
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Boolean, { description: "Whether the viewer is a delegate and may check in." })
	async viewerMayAttend(@Root() { eventId }: Session, @Ctx() { viewer }: SignInContext): Promise<boolean> {
		if (!viewer.personId) return false;
		const delegates = await this.programme.shelf.delegatesOf(eventId);
		return delegates.some(({ personId }) => personId === viewer.personId);
	}

	@Extensions({ personal: true })
	@FieldResolver(() => Boolean, { description: "Whether the viewer runs the session." })
	viewerMayRun(@Root() session: Session, @Ctx() { viewer }: SignInContext): boolean {
		return may(viewer, "session:run", { ...session, sessionId: session.id });
	}

	@Extensions({ personal: true })
	@FieldResolver(() => FloorRequest, {
		nullable: true,
		description: "The viewer's own request for the floor.",
	})
	async viewerFloorRequest(
		@Root() { id }: Session,
		@Ctx() { viewer }: SignInContext,
	): Promise<FloorRequest | null> {
		if (!viewer.personId) return null;
		const floor = await this.programme.shelf.floorOf(id);
		return floor.find(({ personId }) => personId === viewer.personId) ?? null;
	}
}
