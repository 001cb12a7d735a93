import { RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../domain/Viewer.ts";
import type { SignInWorld } from "./SignInWorld.ts";

/** [P10] Ends this browser's sign-in. Idempotent. */
export async function signOut(world: SignInWorld, viewer: Viewer): Promise<RefusalCode | null> {
	if (!viewer.personId || !viewer.signInId) return RefusalCode.NOT_SIGNED_IN;
	await world.signIns.endSignIn(viewer.signInId, world.clock());
	world.viewerChanged(viewer.personId);
	return null;
}

/** [P10] Ends the person's sign-ins in every browser. Idempotent. */
export async function signOutEverywhere(world: SignInWorld, viewer: Viewer): Promise<RefusalCode | null> {
	if (!viewer.personId) return RefusalCode.NOT_SIGNED_IN;
	await world.signIns.endSignInsOf(viewer.personId, world.clock());
	world.viewerChanged(viewer.personId);
	return null;
}
