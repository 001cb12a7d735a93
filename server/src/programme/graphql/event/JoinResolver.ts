import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import {
	browserOf,
	completeSignIn,
	refusalOf,
	type SignInContext,
	SignInPayload,
} from "../../../people/graphql/index.ts";
import type { PeopleRoom } from "../../../people/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { JoinEvent, SendJoinConfirmationPayload } from "../views/JoinEvent.ts";

/** [A7] Joining an event by its code. */
@Resolver()
export class JoinResolver {
	constructor(
		private readonly programme: ProgrammeRoom,
		private readonly people: PeopleRoom,
	) {}

	@Query(() => JoinEvent, {
		nullable: true,
		name: "joinEvent",
		description: "The event of a join code, with the names one may choose from; null: unknown.",
	})
	async eventOfCode(
		@Arg("code", () => String, { description: "The code; spaces, hyphens and case do not matter." })
		code: string,
	): Promise<JoinEvent | null> {
		const event = await this.programme.eventOfCode(code);
		if (typeof event === "string") return null;
		const { id, title, place, isDemonstration } = event;
		const delegates = await this.programme.shelf.delegatesOf(id);
		return {
			id,
			title,
			place,
			isDemonstration,
			delegates: delegates.map(({ id, name, city, hasMail }) => ({
				id,
				name,
				city,
				canReceiveMail: hasMail,
			})),
		};
	}

	@Mutation(() => SendJoinConfirmationPayload, { description: "E-mails a delegate four digits for joining." })
	async sendJoinConfirmation(
		@Arg("code", () => String, { description: "The event's join code." }) code: string,
		@Arg("delegateId", () => ID, { description: "One of the event's delegates." }) delegateId: string,
	): Promise<SendJoinConfirmationPayload> {
		const refusal = await this.programme.sendJoinConfirmation(code, delegateId);
		return { isSent: refusal === null, refusal: refusalOf(refusal) };
	}

	@Mutation(() => SignInPayload, {
		description: "Signs in as a delegate, with the digits of e-mail or badge.",
	})
	async joinEvent(
		@Arg("code", () => String, { description: "The event's join code." }) code: string,
		@Arg("delegateId", () => ID, { description: "One of the event's delegates." }) delegateId: string,
		@Arg("fourDigits", () => String, { description: "The digits of the last e-mail or of the badge." })
		fourDigits: string,
		@Ctx() context: SignInContext,
	): Promise<SignInPayload> {
		context.assertCanSignIn?.();
		const confirmed = await this.programme.confirmJoin(code, delegateId, fourDigits);
		if (typeof confirmed === "string") return completeSignIn(this.people, context, confirmed);
		const opened = await this.people.openSignIn(confirmed.personId, browserOf(context));
		return completeSignIn(this.people, context, opened);
	}
}
