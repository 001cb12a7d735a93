import type { PollState } from "@crossroads/shared";
import type { SessionMoment } from "../live/agenda.ts";

/** What decides the one thing that a delegate sees first. */
export interface DelegateSituation {
	moment: SessionMoment;
	/** The state of the poll that matters now; null: none. */
	poll: PollState | null;
	mayAttend: boolean;
	isPresent: boolean;
	isElector: boolean;
}

/** The one thing on a delegate's screen, and whether the floor can be asked for below it. */
export interface DelegateView {
	first: "checkIn" | "poll" | "text" | "waitForStart" | "over";
	asksForFloor: boolean;
}

/** Voting comes first for who may vote, then checking in; without either, what is being talked about. */
export function delegateView(situation: DelegateSituation): DelegateView {
	const { moment, poll, mayAttend, isPresent, isElector } = situation;
	const isPollShown = poll !== null && poll !== "PREPARED";
	const isBallotDue = poll === "OPEN" && isElector;
	if (moment === "after" && poll !== "OPEN")
		return { first: isPollShown ? "poll" : "over", asksForFloor: false };
	if (mayAttend && !isPresent && !isBallotDue) return { first: "checkIn", asksForFloor: false };
	if (isPollShown) return { first: "poll", asksForFloor: mayAttend && isPresent && poll !== "OPEN" };
	if (moment === "during") return { first: "text", asksForFloor: mayAttend && isPresent };
	return { first: "waitForStart", asksForFloor: false };
}
