import { Arg, Ctx, Extensions, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { refusalOf, type SignInContext } from "../../../people/graphql/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { Badge, ResetJoinAttemptsPayload } from "../views/Badge.ts";
import { Event } from "../views/Event.ts";

/** [A14] Badges, for those who run a session of the event or coordinate the network. */
@Resolver(() => Event)
export class BadgeResolver {
	constructor(private readonly programme: ProgrammeRoom) {}

	@Extensions({ listSize: 200 })
	@FieldResolver(() => [Badge], {
		nullable: true,
		description:
			"The delegates' badges, by partner and name; null for those who neither run a session nor coordinate the network.",
	})
	async badges(
		@Root() { id, networkId }: Event,
		@Ctx() { viewer }: SignInContext,
	): Promise<readonly Badge[] | null> {
		return this.programme.badgesOf(viewer, { id, networkId });
	}

	@Mutation(() => ResetJoinAttemptsPayload, {
		description:
			"Lets a delegate who is locked out by wrong digits try again at once, for who hands out badges.",
	})
	async resetJoinAttempts(
		@Arg("delegateId", () => ID, { description: "The delegate." }) delegateId: string,
		@Ctx() { viewer }: SignInContext,
	): Promise<ResetJoinAttemptsPayload> {
		const refusal = await this.programme.resetJoinAttempts(viewer, delegateId);
		const badge = refusal === null ? await this.programme.badgeOf(viewer, delegateId) : null;
		return { badge, refusal: refusalOf(refusal) };
	}
}
