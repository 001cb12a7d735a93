import type { RefusalCode } from "@crossroads/shared";
import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import { refusalOf, type SignInContext } from "../../../people/graphql/index.ts";
import type { ProgrammeRoom } from "../../index.ts";
import { AddAgendaItemInput } from "../views/AddAgendaItemInput.ts";
import { SessionPayload } from "../views/Session.ts";
import { readableSession } from "./readableSession.ts";

/** Changes of agenda and floor. */
@Resolver()
export class AgendaResolver {
	constructor(private readonly programme: ProgrammeRoom) {}

	@Mutation(() => SessionPayload, { description: "Goes to an item of the agenda, or to none." })
	async goToAgendaItem(
		@Arg("sessionId", () => ID, { description: "The session." }) sessionId: string,
		@Arg("agendaItemId", () => ID, { nullable: true, description: "The item; null: nothing is current." })
		agendaItemId: string | null,
		@Ctx() context: SignInContext,
	): Promise<SessionPayload> {
		const { viewer } = context;
		return this.#payload(
			context,
			sessionId,
			await this.programme.goToAgendaItem(viewer, sessionId, agendaItemId ?? null),
		);
	}

	@Mutation(() => SessionPayload, { description: "Adds an item to the agenda." })
	async addAgendaItem(
		@Arg("input", () => AddAgendaItemInput, { description: "The item." }) input: AddAgendaItemInput,
		@Ctx() context: SignInContext,
	): Promise<SessionPayload> {
		const { sessionId, kind, title, minutes = null, recommendationId = null, atIndex = null } = input;
		const item = { kind, title, minutes, recommendationId };
		const refusal = await this.programme.addAgendaItem(context.viewer, sessionId, item, atIndex);
		return this.#payload(context, sessionId, refusal);
	}

	@Mutation(() => SessionPayload, { description: "Moves an item to another place of the agenda." })
	async moveAgendaItem(
		@Arg("agendaItemId", () => ID, { description: "The item." }) agendaItemId: string,
		@Arg("toIndex", () => Int, { description: "The place where it stands afterwards, from 0." })
		toIndex: number,
		@Ctx() context: SignInContext,
	): Promise<SessionPayload> {
		const item = await this.programme.shelf.agendaItem(agendaItemId);
		const refusal = await this.programme.moveAgendaItem(context.viewer, agendaItemId, toIndex);
		return this.#payload(context, item?.sessionId, refusal);
	}

	@Mutation(() => SessionPayload, { description: "Takes an item that has not begun off the agenda." })
	async removeAgendaItem(
		@Arg("agendaItemId", () => ID, { description: "The item." }) agendaItemId: string,
		@Ctx() context: SignInContext,
	): Promise<SessionPayload> {
		const item = await this.programme.shelf.agendaItem(agendaItemId);
		const refusal = await this.programme.removeAgendaItem(context.viewer, agendaItemId);
		return this.#payload(context, item?.sessionId, refusal);
	}

	@Mutation(() => SessionPayload, { description: "Asks for the floor, as a delegate who is present." })
	async askForTheFloor(
		@Arg("sessionId", () => ID, { description: "The session." }) sessionId: string,
		@Ctx() context: SignInContext,
	): Promise<SessionPayload> {
		const refusal = await this.programme.askForTheFloor(context.viewer, sessionId);
		return this.#payload(context, sessionId, refusal);
	}

	@Mutation(() => SessionPayload, { description: "Takes one's own request for the floor back." })
	async withdrawFloorRequest(
		@Arg("sessionId", () => ID, { description: "The session." }) sessionId: string,
		@Ctx() context: SignInContext,
	): Promise<SessionPayload> {
		const refusal = await this.programme.withdrawFloorRequest(context.viewer, sessionId);
		return this.#payload(context, sessionId, refusal);
	}

	@Mutation(() => SessionPayload, { description: "Gives somebody the floor; whoever spoke before is done." })
	async callSpeaker(
		@Arg("floorRequestId", () => ID, { description: "The request." }) floorRequestId: string,
		@Ctx() context: SignInContext,
	): Promise<SessionPayload> {
		const request = await this.programme.shelf.floorRequest(floorRequestId);
		const refusal = await this.programme.callSpeaker(context.viewer, floorRequestId);
		return this.#payload(context, request?.sessionId, refusal);
	}

	@Mutation(() => SessionPayload, { description: "Ends a speech, or takes a request off the list." })
	async endSpeaker(
		@Arg("floorRequestId", () => ID, { description: "The request." }) floorRequestId: string,
		@Ctx() context: SignInContext,
	): Promise<SessionPayload> {
		const request = await this.programme.shelf.floorRequest(floorRequestId);
		const refusal = await this.programme.endSpeaker(context.viewer, floorRequestId);
		return this.#payload(context, request?.sessionId, refusal);
	}

	/** The session as it is after the commit, also when it was refused: so the screen can mend itself. */
	async #payload(
		{ viewer }: SignInContext,
		sessionId: string | undefined,
		refusal: RefusalCode | null,
	): Promise<SessionPayload> {
		const session = sessionId ? await readableSession(this.programme, viewer, sessionId) : null;
		return { session, refusal: refusalOf(refusal) };
	}
}
