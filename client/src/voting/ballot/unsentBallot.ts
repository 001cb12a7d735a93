import type { SealedBallot } from "../sealing/sealAnswer.ts";
import type { SaidAnswer } from "./SaidAnswer.ts";

/** A ballot that the server has acknowledged: it is in the box. */
export interface CountedBallot {
	/** null: the ballot is secret, and what it says is kept nowhere [S8]. */
	answer: SaidAnswer | null;
	/** null: the ballot is secret and was cast on another device, which alone has the receipt. */
	receipt: string | null;
	/** null: the ballot is secret, and nobody keeps the time. */
	castAt: string | null;
	changedAt: string | null;
}

/** A confirmed ballot on its way. Key and sealed bytes stay the same however often it is sent, so that it counts once. */
export interface UnsentBallot {
	/** In its canonical form, as the voter confirmed it; null: after a reload, of a ballot that was sealed before it. */
	answer: SaidAnswer | null;
	/** null: the poll is by name, or the ballot is not sealed yet. */
	sealed: SealedBallot | null;
	idempotencyKey: string;
}

/**
 * Where one voter's ballot in one poll is. Only an answer of the server makes it "counted". `counted` in the other
 * phases is the ballot that is in the box meanwhile: the earlier one, while it is being changed.
 */
export type BallotState =
	/** `entered`: what stands in the form, perhaps not yet a whole answer; null: nothing. */
	| { phase: "choosing"; entered: SaidAnswer | null; counted: CountedBallot | null }
	| {
			phase: "sending";
			unsent: UnsentBallot;
			attempt: number;
			isWaiting: boolean;
			counted: CountedBallot | null;
	  }
	| { phase: "counted"; counted: CountedBallot }
	| { phase: "refused"; answer: SaidAnswer | null; refusal: string; counted: CountedBallot | null };

export type BallotEvent =
	| { type: "entered"; answer: SaidAnswer | null }
	/** `answer`: what was read back to the voter, and nothing that was entered since. */
	| { type: "confirmed"; answer: SaidAnswer; idempotencyKey: string }
	/** The ballot of a secret poll can be sent now; until then it never was. */
	| { type: "sealed"; ballot: SealedBallot }
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
	/** null where the ballot is sealed: once its bytes are here, what it says need not lie on the device. */
	answer: SaidAnswer | null;
	idempotencyKey: string | null;
	refusal: string | null;
	sealed?: SealedBallot;
	/** All that stays of a secret ballot in the box; for good, since nobody else has it. */
	receipt?: string;
}

/** The state after a reload: a confirmed ballot goes on being sent, what was entered stands in the form, a refusal is told still. */
export function stateFromKept(kept: KeptBallot | null): BallotState {
	if (!kept) return { phase: "choosing", entered: null, counted: null };
	const { answer, idempotencyKey, refusal, sealed = null, receipt } = kept;
	const counted = receipt === undefined ? null : secretBallot(receipt);
	if (refusal !== null) return { phase: "refused", answer, refusal, counted };
	if (idempotencyKey !== null)
		return {
			phase: "sending",
			unsent: { answer, sealed, idempotencyKey },
			attempt: 1,
			isWaiting: false,
			counted,
		};
	return counted && !answer ? { phase: "counted", counted } : { phase: "choosing", entered: answer, counted };
}

/** [S8] A secret ballot in the box, as far as anything is known of it. `receipt` null: not on this device. */
export function secretBallot(receipt: string | null): CountedBallot {
	return { answer: null, receipt, castAt: null, changedAt: null };
}

/**
 * What of a state has to survive a reload; null: nothing. Once the poll is over only what was confirmed does: what was
 * merely entered is of no use to anybody any more, and need not lie on the device.
 */
export function keptFromState(state: BallotState, isOver: boolean): KeptBallot | null {
	const { counted } = state;
	const own = counted?.answer === null && counted.receipt !== null ? { receipt: counted.receipt } : {};
	if (state.phase === "sending") {
		const { answer, sealed, idempotencyKey } = state.unsent;
		return sealed
			? { answer: null, sealed, idempotencyKey, refusal: null, ...own }
			: { answer, idempotencyKey, refusal: null, ...own };
	}
	if (state.phase === "refused")
		return { answer: state.answer, idempotencyKey: null, refusal: state.refusal, ...own };
	if (state.phase === "choosing" && state.entered && !isOver)
		return { answer: state.entered, idempotencyKey: null, refusal: null, ...own };
	return "receipt" in own ? { answer: null, idempotencyKey: null, refusal: null, ...own } : null;
}

/** The ballot's next state. An event that does not fit the phase (a late answer, a double tap) changes nothing. */
export function nextBallotState(state: BallotState, event: BallotEvent): BallotState {
	switch (event.type) {
		case "entered":
			return state.phase === "choosing" ? { ...state, entered: event.answer } : state;
		case "confirmed":
			return confirm(state, event);
		case "sealed":
			return takeSealed(state, event.ballot);
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

function confirm(
	state: BallotState,
	{ answer, idempotencyKey }: Pick<UnsentBallot, "answer" | "idempotencyKey">,
): BallotState {
	if (state.phase !== "choosing" || !state.entered) return state;
	const unsent = { answer, sealed: null, idempotencyKey };
	return { phase: "sending", unsent, attempt: 1, isWaiting: false, counted: state.counted };
}

function takeSealed(state: BallotState, sealed: SealedBallot): BallotState {
	if (state.phase !== "sending" || state.unsent.sealed) return state;
	return { ...state, unsent: { ...state.unsent, sealed } };
}

function tryAgain(state: BallotState): BallotState {
	if (state.phase !== "sending" || !state.isWaiting) return state;
	return { ...state, attempt: state.attempt + 1, isWaiting: false };
}

function refuse(state: BallotState, refusal: string, ballot: CountedBallot | null): BallotState {
	if (state.phase !== "sending") return state;
	const answer = state.unsent.sealed ? null : state.unsent.answer;
	return { phase: "refused", answer, refusal, counted: ballot ?? state.counted };
}

function afterRefusal(counted: CountedBallot | null): BallotState {
	return counted ? { phase: "counted", counted } : { phase: "choosing", entered: null, counted: null };
}

function learn(state: BallotState, ballot: CountedBallot | null): BallotState {
	if (!ballot || isOlder(ballot, state.counted)) return state;
	if (state.phase === "choosing" && !state.counted) return { phase: "counted", counted: ballot };
	return { ...state, counted: ballot };
}

/** Of a secret ballot the server knows less than the device on which it was cast. */
function isOlder(ballot: CountedBallot, known: CountedBallot | null): boolean {
	if (known === null) return false;
	if (ballot.receipt === null) return known.receipt !== null;
	return lastTouched(ballot) < lastTouched(known);
}

const lastTouched = ({ castAt, changedAt }: CountedBallot) => Date.parse(changedAt ?? castAt ?? "");
