import { signInLink } from "../domain/signInLink.ts";
import { signInMail } from "../domain/signInMail.ts";
import {
	after,
	LINK_BUDGET,
	LINK_BUDGET_MS,
	LINK_LIFETIME_MS,
	normalizeEmail,
} from "../domain/signInRules.ts";
import type { SignInWorld } from "./SignInWorld.ts";
import { hashOfToken, newToken } from "./secretToken.ts";

/**
 * [P6] Sends a link to the person with this address, if there is one and the budget allows. Returns at once and
 * always the same: looking up, writing and sending happen afterwards, so neither text nor time of the answer
 * tells whether the address is known.
 */
export function requestSignInLink(world: SignInWorld, emailAsWritten: string): void {
	world.errands.run("sign-in link", () => sendLink(world, emailAsWritten));
}

async function sendLink(world: SignInWorld, emailAsWritten: string): Promise<void> {
	const email = normalizeEmail(emailAsWritten);
	if (!email) return;
	const token = newToken();
	const at = world.clock();
	const person = await world.signIns.writeLink({
		email,
		tokenHash: hashOfToken(token),
		at,
		expiresAt: after(at, LINK_LIFETIME_MS),
		budgetSince: after(at, -LINK_BUDGET_MS),
		budget: LINK_BUDGET,
	});
	if (!person) return;
	const mail = signInMail(person, signInLink(world.publicAddress(), token));
	await world.mailer.send({ to: { name: person.name, address: email }, ...mail });
}
