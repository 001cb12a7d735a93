import type { BallotAnswer } from "@crossroads/shared";

/** A ballot that the server has acknowledged: it is in the box. */
export interface CountedBallot {
	answer: BallotAnswer;
	receipt: string;
	castAt: string;
	changedAt: string | null;
}

/** A confirmed ballot on its way. The key stays the same however often it is sent, so that it counts once. */
export interface UnsentBallot {
	/** In its canonical form, as the voter confirmed it. */
	answer: BallotAnswer;
	idempotencyKey: string;
}

/**
 * Where one voter's ballot in one poll is. Only an answer of the server makes it "counted". `counted` in the other
 * phases is the ballot that is in the box meanwhile: the earlier one, while it is being changed.
 */
export type BallotState =
	/** `entered`: what stands in the form, perhaps not yet a whole answer; null: nothing. */
	| { phase: "choosing"; entered: BallotAnswer | null; counted: CountedBallot | null }
	| {
			phase: "sending";
			unsent: UnsentBallot;
			attempt: number;
			isWaiting: boolean;
			counted: CountedBallot | null;
	  }
	| { phase: "counted"; counted: CountedBallot }
	| { phase: "refused"; answer: BallotAnswer; refusal: string; counted: CountedBallot | null };

export type BallotEvent =
	| { type: "entered"; answer: BallotAnswer | null }
	/** `answer`: what was read back to the voter, and nothing that was entered since. */
	| { type: "confirmed"; answer: BallotAnswer; idempotencyKey: string }
	/** No answer came: it may be in the box or not. It is sent again with the same key. */
	| { type: "lost" }
	| { type: "triedAgain" }
	| { type: "answered"; ballot: CountedBallot }
	| { type: "refused"; refusal: string; ballot: CountedBallot | null }
	/** What the server says is in the box, asked independently. */
	| { type: "told"; ballot: CountedBallot | null }
	| { type: "wantedChange" }
	| { type: "keptBallot" }
	/** The voter has read why the ballot was refused. */
	| { type: "putAway" };

/**
 * What is kept on the device until the server has answered and, where it refused, until the voter has read that.
 * `idempotencyKey` null: entered, not yet confirmed. `refusal` null: not answered yet.
 */
export interface KeptBallot {
	answer: BallotAnswer;
	idempotencyKey: string | null;
	refusal: string | null;
}

/** The state after a reload: a confirmed ballot goes on being sent, what was entered stands in the form, a refusal is told still. */
export function stateFromKept(kept: KeptBallot | null): BallotState {
	if (!kept) return { phase: "choosing", entered: null, counted: null };
	const { answer, idempotencyKey, refusal } = kept;
	if (refusal !== null) return { phase: "refused", answer, refusal, counted: null };
	if (idempotencyKey === null) return { phase: "choosing", entered: answer, counted: null };
	return {
		phase: "sending",
		unsent: { answer, idempotencyKey },
		attempt: 1,
		isWaiting: false,
		counted: null,
	};
}

/**
 * What of a state has to survive a reload; null: nothing. Once the poll is over only what was confirmed does: what was
 * merely entered is of no use to anybody any more, and need not lie on the device.
 */
export function keptFromState(state: BallotState, isOver: boolean): KeptBallot | null {
	if (state.phase === "sending") return { ...state.unsent, refusal: null };
	if (state.phase === "refused")
		return { answer: state.answer, idempotencyKey: null, refusal: state.refusal };
	if (state.phase === "choosing" && state.entered && !isOver)
		return { answer: state.entered, idempotencyKey: null, refusal: null };
	return null;
}

/** The ballot's next state. An event that does not fit the phase (a late answer, a double tap) changes nothing. */
export function nextBallotState(state: BallotState, event: BallotEvent): BallotState {
	switch (event.type) {
		case "entered":
			return state.phase === "choosing" ? { ...state, entered: event.answer } : state;
		case "confirmed":
			return confirm(state, event);
		case "lost":
			return state.phase === "sending" ? { ...state, isWaiting: true } : state;
		case "triedAgain":
			return tryAgain(state);
		case "answered":
			return state.phase === "sending" ? { phase: "counted", counted: event.ballot } : state;
		case "refused":
			return refuse(state, event.refusal, event.ballot);
		case "told":
			return learn(state, event.ballot);
		case "wantedChange":
			return state.phase === "counted" ? { phase: "choosing", entered: null, counted: state.counted } : state;
		case "keptBallot":
			return state.phase === "choosing" && state.counted
				? { phase: "counted", counted: state.counted }
				: state;
		case "putAway":
			return state.phase === "refused" ? afterRefusal(state.counted) : state;
	}
}

function confirm(state: BallotState, { answer, idempotencyKey }: UnsentBallot): BallotState {
	if (state.phase !== "choosing" || !state.entered) return state;
	const unsent = { answer, idempotencyKey };
	return { phase: "sending", unsent, attempt: 1, isWaiting: false, counted: state.counted };
}

function tryAgain(state: BallotState): BallotState {
	if (state.phase !== "sending" || !state.isWaiting) return state;
	return { ...state, attempt: state.attempt + 1, isWaiting: false };
}

function refuse(state: BallotState, refusal: string, ballot: CountedBallot | null): BallotState {
	if (state.phase !== "sending") return state;
	return { phase: "refused", answer: state.unsent.answer, refusal, counted: ballot ?? state.counted };
}

function afterRefusal(counted: CountedBallot | null): BallotState {
	return counted ? { phase: "counted", counted } : { phase: "choosing", entered: null, counted: null };
}

function learn(state: BallotState, ballot: CountedBallot | null): BallotState {
	if (!ballot || isOlder(ballot, state.counted)) return state;
	if (state.phase === "choosing" && !state.counted) return { phase: "counted", counted: ballot };
	return { ...state, counted: ballot };
}

function isOlder(ballot: CountedBallot, known: CountedBallot | null): boolean {
	return known !== null && lastTouched(ballot) < lastTouched(known);
}

const lastTouched = ({ castAt, changedAt }: CountedBallot) => Date.parse(changedAt ?? castAt);
