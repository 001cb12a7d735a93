import { randomUUID } from "node:crypto";
import type { BallotAnswer, OptionKey } from "@crossroads/shared";
import type { Ballot } from "../domain/Poll.ts";

/** The second in which every test ballot is cast, unless it says otherwise. */
export const castAt = new Date("2026-11-23T10:00:00.000Z");

/** The answer that chooses this option. */
export function anAnswer(choice: OptionKey): BallotAnswer {
	return { marks: [{ option: choice, value: 1 }] };
}

type Wish = Pick<Ballot, "pollId" | "personId"> & Partial<Ballot> & { readonly choice?: OptionKey };

/** A fresh ballot: yes or what is chosen, with a key and a receipt of its own. */
export function aBallot({ choice = "YES", ...wish }: Wish): Ballot {
	return {
		answer: anAnswer(choice),
		receipt: randomUUID(),
		idempotencyKey: randomUUID(),
		castAt,
		changedAt: null,
		...wish,
	};
}
