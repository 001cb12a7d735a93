import { after, COOKIE_LIFETIME_MS, SIGN_IN_LIFETIME_MS } from "../domain/signInRules.ts";
import type { NewSignIn, WrittenSignIn } from "../ports.ts";
import type { Browser, OpenedSignIn, SignInWorld } from "./SignInWorld.ts";
import { hashOfToken, newToken } from "./secretToken.ts";

/**
 * Signs the browser in as a person whom the caller has made sure of (the programme's join code). Null where
 * there is no such person.
 */
export function openSignIn(
	world: SignInWorld,
	personId: string,
	browser: Browser,
): Promise<OpenedSignIn | null> {
	return openWith(world, browser, (signIn) => world.signIns.openSignIn(personId, signIn, false));
}

/**
 * [P7] Every way of signing in ends here: a token that did not exist before, and the end of the browser's sign-in
 * until now. `write` decides whether there is a sign-in at all, in its transaction; null: there is none.
 */
export async function openWith(
	world: SignInWorld,
	browser: Browser,
	write: (signIn: NewSignIn) => Promise<WrittenSignIn | null>,
): Promise<OpenedSignIn | null> {
	const token = newToken();
	const at = world.clock();
	const written = await write({
		tokenHash: hashOfToken(token),
		at,
		expiresAt: after(at, SIGN_IN_LIFETIME_MS),
		userAgent: browser.userAgent?.slice(0, 300) ?? null,
		replaces: browser.signInId,
	});
	if (!written) return null;
	if (written.replacedPersonId) world.viewerChanged(written.replacedPersonId);
	return { token, keepUntil: after(at, COOKIE_LIFETIME_MS), personId: written.personId };
}
