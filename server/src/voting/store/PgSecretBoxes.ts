import type { BoxClass } from "../domain/boxParts.ts";
import type { SecretBoxes, Tx, Vault } from "../ports.ts";
import { layOutBox, unlockBox } from "./sealedParts.ts";

/** [V41] The boxes of secret polls besides voting, in PostgreSQL. */
export class PgSecretBoxes implements SecretBoxes {
	constructor(private readonly vault: Vault) {}

	layOut(tx: Tx, pollId: string, classes: readonly BoxClass[]): Promise<void> {
		return layOutBox(tx, pollId, classes);
	}

	unlock(tx: Tx, pollId: string, ballotBytes: number): Promise<void> {
		return unlockBox(tx, pollId, this.vault, ballotBytes);
	}
}
