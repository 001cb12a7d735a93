import { randomUUID } from "node:crypto";
import type { Ballot } from "../domain/Poll.ts";

/** The second in which every test ballot is cast, unless it says otherwise. */
export const castAt = new Date("2026-11-23T10:00:00.000Z");

/** A fresh ballot: yes, with a key and a receipt of its own. */
export function aBallot(wish: Pick<Ballot, "pollId" | "personId"> & Partial<Ballot>): Ballot {
	return {
		choice: "YES",
		receipt: randomUUID(),
		idempotencyKey: randomUUID(),
		castAt,
		changedAt: null,
		...wish,
	};
}
