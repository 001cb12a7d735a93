import type { RefusalCode } from "@crossroads/shared";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from "type-graphql";
import { servedByLive } from "../../../live/index.ts";
import { Partner } from "../../../network/graphql/index.ts";
import type { NetworkRoom } from "../../../network/index.ts";
import { refusalOf, type SignInContext } from "../../../people/graphql/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { existing } from "../existing.ts";
import { PartnerPresence, Presence } from "../views/Presence.ts";
import { PresencePayload } from "../views/Session.ts";
import { presenceOf } from "./presenceOf.ts";
import { readableSession } from "./readableSession.ts";

/** Checking in and out, and who is there. */
@Resolver(() => Presence)
export class PresenceResolver {
	constructor(private readonly programme: ProgrammeRoom) {}

	@Mutation(() => PresencePayload, { description: "Checks the viewer in, as a delegate of the event." })
	async checkIn(
		@Arg("sessionId", () => ID, { description: "The session." }) sessionId: string,
		@Ctx() context: SignInContext,
	): Promise<PresencePayload> {
		return this.#payload(context, sessionId, await this.programme.checkIn(context.viewer, sessionId));
	}

	@Mutation(() => PresencePayload, { description: "Checks the viewer out." })
	async checkOut(
		@Arg("sessionId", () => ID, { description: "The session." }) sessionId: string,
		@Ctx() context: SignInContext,
	): Promise<PresencePayload> {
		return this.#payload(context, sessionId, await this.programme.checkOut(context.viewer, sessionId));
	}

	@Subscription(() => Presence, {
		nullable: true,
		name: "presence",
		subscribe: servedByLive,
		description: "The presence now, and again after every check-in and check-out.",
	})
	async presenceNow(
		@Arg("sessionId", () => ID, { description: "The session." }) sessionId: string,
	): Promise<Presence | null> {
		const session = await this.programme.shelf.session(sessionId);
		return session && presenceOf(this.programme, session);
	}

	async #payload(
		{ viewer }: SignInContext,
		sessionId: string,
		refusal: RefusalCode | null,
	): Promise<PresencePayload> {
		const session = await readableSession(this.programme, viewer, sessionId);
		const presence = session && (await presenceOf(this.programme, session));
		return { session, presence, refusal: refusalOf(refusal) };
	}
}

/** The partner of a count. */
@Resolver(() => PartnerPresence)
export class PartnerPresenceResolver {
	constructor(private readonly network: NetworkRoom) {}

	@FieldResolver(() => Partner, { description: "The partner." })
	async partner(@Root() { partnerId }: PartnerPresence): Promise<Partner> {
		return existing(await this.network.shelf.partner(partnerId));
	}
}
