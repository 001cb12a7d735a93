import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Browser, PeopleRoom } from "../index.ts";
import { completeSignIn, viewOfViewer } from "./completeSignIn.ts";
import { RequestSignInLinkPayload, SignInPayload, SignOutPayload } from "./payloads.ts";
import { refusalOf } from "./Refusal.ts";
import type { SignInContext } from "./SignInContext.ts";
import { DemoPersonView, SignInOptions, ViewerView } from "./views.ts";

/** Who is signed in; signing in and out. */
@Resolver(() => ViewerView)
export class PeopleResolver {
	constructor(private readonly people: PeopleRoom) {}

	@Query(() => ViewerView, { nullable: true, description: "Who is signed in; null: nobody." })
	viewer(@Ctx() { viewer }: SignInContext): Promise<ViewerView | null> {
		return viewOfViewer(this.people, viewer);
	}

	@Query(() => SignInOptions, { description: "How one can sign in to this installation." })
	signInOptions(): SignInOptions {
		return this.people.signInOptions;
	}

	@Query(() => [DemoPersonView], {
		description: "The invented people one can sign in as, by partner and name; empty where that is off.",
	})
	async demoPersons(): Promise<DemoPersonView[]> {
		return this.people.demoPersons();
	}

	@Mutation(() => RequestSignInLinkPayload, {
		description: "Has a link sent that signs in once, within 15 minutes.",
	})
	requestSignInLink(
		@Arg("email", () => String, { description: "The person's e-mail address." }) email: string,
	): RequestSignInLinkPayload {
		this.people.requestSignInLink(email);
		return { isSent: true };
	}

	@Mutation(() => SignInPayload, { description: "Signs in with the token of a link." })
	async confirmSignInLink(
		@Ctx() context: SignInContext,
		@Arg("token", () => String, { description: "What stands behind # in the link." }) token: string,
	): Promise<SignInPayload> {
		context.assertCanSignIn?.();
		const outcome = await this.people.confirmSignInLink(token, browserOf(context));
		return completeSignIn(this.people, context, outcome);
	}

	@Mutation(() => SignInPayload, { description: "Signs in as an invented person, where that is on." })
	async signInAsDemoPerson(
		@Ctx() context: SignInContext,
		@Arg("personId", () => ID, { description: "One of demoPersons." }) personId: string,
	): Promise<SignInPayload> {
		context.assertCanSignIn?.();
		const outcome = await this.people.signInAsDemoPerson(personId, browserOf(context));
		return completeSignIn(this.people, context, outcome);
	}

	@Mutation(() => SignOutPayload, { description: "Signs this browser out." })
	async signOut(@Ctx() context: SignInContext): Promise<SignOutPayload> {
		const refusal = await this.people.signOut(context.viewer);
		context.clearSignInCookie();
		return { refusal: refusalOf(refusal) };
	}

	@Mutation(() => SignOutPayload, { description: "Signs the person out in every browser." })
	async signOutEverywhere(@Ctx() context: SignInContext): Promise<SignOutPayload> {
		const refusal = await this.people.signOutEverywhere(context.viewer);
		context.clearSignInCookie();
		return { refusal: refusalOf(refusal) };
	}
}

/** The browser behind a request, for the actions that sign in. */
export function browserOf({ viewer, userAgent }: SignInContext): Browser {
	return { signInId: viewer.signInId, userAgent: userAgent ?? null };
}
