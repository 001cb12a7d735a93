import { Field, ObjectType } from "type-graphql";
import { Refusal } from "./Refusal.ts";
import { ViewerView } from "./views.ts";

/** Says the same whether the address is known or not. */
@ObjectType({ description: "The answer to asking for a sign-in link." })
export class RequestSignInLinkPayload {
	@Field(() => Boolean, {
		description: "Always true: if somebody here has this address, a link is on its way.",
	})
	isSent!: boolean;
}

/** Of every mutation that signs in; other rooms use it too. */
@ObjectType({ description: "The answer to signing in." })
export class SignInPayload {
	@Field(() => ViewerView, { nullable: true, description: "Who is signed in now; null if it was refused." })
	viewer!: ViewerView | null;

	@Field(() => Refusal, { nullable: true, description: "Why it was not done; null if it was." })
	refusal!: Refusal | null;
}

/** Of both ways of signing out. */
@ObjectType({ description: "The answer to signing out." })
export class SignOutPayload {
	@Field(() => Refusal, { nullable: true, description: "Why it was not done; null if it was." })
	refusal!: Refusal | null;
}
