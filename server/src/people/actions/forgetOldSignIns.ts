import { after, KEPT_FOR_QUESTIONS_MS } from "../domain/signInRules.ts";
import type { SignInWorld } from "./SignInWorld.ts";

/** [P11] Deletes links and sign-ins that ended more than 30 days ago. Idempotent. */
export function forgetOldSignIns({ signIns, clock }: SignInWorld): Promise<void> {
	return signIns.forget(after(clock(), -KEPT_FOR_QUESTIONS_MS));
}
