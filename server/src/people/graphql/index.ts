import type { PeopleRoom } from "../index.ts";
import { PeopleResolver } from "./PeopleResolver.ts";

export { completeSignIn } from "./completeSignIn.ts";
export { StakeholderGroup } from "./enums.ts";
export { browserOf } from "./PeopleResolver.ts";
export { SignInPayload } from "./payloads.ts";
export { Refusal, refusalOf } from "./Refusal.ts";
export type { SignInContext } from "./SignInContext.ts";
export { ViewerView } from "./views.ts";

/** The room's resolvers, for the container of TypeGraphQL. */
export function peopleResolvers(people: PeopleRoom): object[] {
	return [new PeopleResolver(people)];
}
