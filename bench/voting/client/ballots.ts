import { randomBytes, randomUUID } from "node:crypto";
import type { BallotForm } from "./VotingTarget.ts";

const OPTIONS = ["A", "B", "C", "D", "E", "F"];

/** So many ballots, written before the clock starts: JSON of query and variables. */
export function writeBallots({ payload, sealedBytes }: BallotForm, count: number): string[] {
	return Array.from({ length: count }, (_, place) =>
		payload
			.replace("$UUID", randomUUID())
			.replace("$OPTION", OPTIONS[place % OPTIONS.length] as string)
			.replace("$SEALED", sealedBytes > 0 ? randomBytes(sealedBytes).toString("base64url") : ""),
	);
}
