import { RefusalCode } from "@crossroads/shared";
import type { OpenedSignIn, PeopleRoom, Viewer } from "../index.ts";
import { SignInPayload } from "./payloads.ts";
import { Refusal } from "./Refusal.ts";
import type { SignInContext } from "./SignInContext.ts";
import { ViewerView } from "./views.ts";

/**
 * Hands the token to the browser as a cookie, makes the person the viewer of the rest of this request, and gives
 * the payload. For every mutation that signs in, in this room and others; null is the refusal NOT_FOUND.
 */
export async function completeSignIn(
	room: Pick<PeopleRoom, "viewerOfToken" | "personsOf">,
	context: SignInContext,
	outcome: OpenedSignIn | RefusalCode | null,
): Promise<SignInPayload> {
	if (outcome === null) return refused(RefusalCode.NOT_FOUND);
	if (typeof outcome === "string") return refused(outcome);
	context.setSignInCookie(outcome.token, outcome.keepUntil);
	context.viewer = await room.viewerOfToken(outcome.token);
	return { viewer: await viewOfViewer(room, context.viewer), refusal: null };
}

/** The viewer as the schema shows it; null for nobody. */
export async function viewOfViewer(
	room: Pick<PeopleRoom, "personsOf">,
	viewer: Viewer,
): Promise<ViewerView | null> {
	if (!viewer.personId) return null;
	const [person] = await room.personsOf([viewer.personId]);
	return person ? Object.assign(new ViewerView(), person, { roles: viewer.roles }) : null;
}

function refused(code: RefusalCode): SignInPayload {
	return { viewer: null, refusal: new Refusal(code) };
}
