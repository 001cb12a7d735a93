import { isUuid, RefusalCode } from "@crossroads/shared";
import { openWith } from "./openSignIn.ts";
import type { Browser, OpenedSignIn, SignInWorld } from "./SignInWorld.ts";

/** [P9] Signs in as somebody invented, with one click. Never as a real person, never where it is switched off. */
export async function signInAsDemoPerson(
	world: SignInWorld,
	personId: string,
	browser: Browser,
): Promise<OpenedSignIn | RefusalCode> {
	if (!world.isDemonstration) return RefusalCode.DEMONSTRATION_IS_OFF;
	if (!isUuid(personId)) return RefusalCode.NOT_FOUND;
	const opened = await openWith(world, browser, (signIn) => world.signIns.openSignIn(personId, signIn, true));
	return opened ?? RefusalCode.NOT_FOUND;
}
