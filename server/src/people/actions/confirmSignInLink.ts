import { RefusalCode } from "@crossroads/shared";
import { isTokenShaped } from "../domain/signInRules.ts";
import { openWith } from "./openSignIn.ts";
import type { Browser, OpenedSignIn, SignInWorld } from "./SignInWorld.ts";
import { hashOfToken } from "./secretToken.ts";

/**
 * [P5] Signs in with the token of a link, once: of any number of attempts at the same time one succeeds. One
 * refusal for unknown, used and expired, so that a guess learns nothing.
 */
export async function confirmSignInLink(
	world: SignInWorld,
	token: string,
	browser: Browser,
): Promise<OpenedSignIn | RefusalCode> {
	if (!isTokenShaped(token)) return RefusalCode.LINK_INVALID_OR_USED;
	const linkHash = hashOfToken(token);
	const opened = await openWith(world, browser, (signIn) => world.signIns.redeemLink(linkHash, signIn));
	return opened ?? RefusalCode.LINK_INVALID_OR_USED;
}
