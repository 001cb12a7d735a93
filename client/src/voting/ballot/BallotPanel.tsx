import { mayCast } from "@crossroads/shared";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, Loading, Notice, VisuallyHidden } from "../../ui/index.ts";
import type { LivePoll } from "../views.ts";
import css from "./Ballot.module.css";
import { BallotForm } from "./BallotForm.tsx";
import { BallotInTheBox } from "./BallotInTheBox.tsx";
import { ballotInOneLine } from "./ballotInOneLine.ts";
import type { Principal } from "./Principal.ts";
import { RefusedBallot } from "./RefusedBallot.tsx";
import type { BallotState, CountedBallot } from "./unsentBallot.ts";
import { type CastingBallot, useCastBallot } from "./useCastBallot.ts";

export interface BallotPanelProps {
	poll: LivePoll;
	/** The language in which question and options are written. */
	language: string;
	personId: string;
	isElector: boolean;
	/** As how many the ballot counts. */
	weight: number;
	/** What the server says is in the box; undefined while it is not known. */
	ownBallot: CountedBallot | null | undefined;
	/** For whom the voter casts this ballot; left out: for themselves. */
	principal?: Principal;
}

/**
 * One voter's way through one poll: choose, confirm, sending, counted, or refused and why. Give it the poll's id as
 * `key`: its state belongs to this poll and outlives every piece of news about it.
 */
export function BallotPanel(props: BallotPanelProps) {
	const { poll, language, personId, isElector, ownBallot, principal } = props;
	const casting = useCastBallot(poll, personId, ownBallot, principal?.personId ?? null);
	const panel = useKeptFocus(casting.state.phase);
	return (
		<div ref={panel} tabIndex={-1} className={css.panel}>
			<Phase
				poll={poll}
				language={language}
				isElector={isElector}
				weight={poll.secrecy === "NAMED" ? props.weight : 1}
				isKnown={ownBallot !== undefined}
				casting={casting}
				principal={principal}
			/>
			<VisuallyHidden>
				<span role="status">{usePhaseInWords(poll, casting.state)}</span>
			</VisuallyHidden>
		</div>
	);
}

/** What a screen reader hears when the ballot moves on; a refusal is an alert of its own. */
function usePhaseInWords(poll: LivePoll, state: CastingBallot["state"]): string {
	const { t } = useTranslation("voting");
	if (state.phase === "counted")
		return t("ballot.countedNews", { choice: ballotInOneLine(t, poll, state.counted.answer) });
	if (state.phase !== "sending") return "";
	if (state.isWaiting) return t("ballot.notYetCounted");
	return state.attempt === 1
		? t("ballot.sending", { choice: ballotInOneLine(t, poll, state.unsent.answer) })
		: t("ballot.notYetCounted");
}

/** The button that had the focus is gone in the next phase: then the panel takes it, so that nobody starts again from the top. */
function useKeptFocus(phase: BallotState["phase"]) {
	const panel = useRef<HTMLDivElement>(null);
	const former = useRef(phase);
	useEffect(() => {
		if (former.current === phase) return;
		former.current = phase;
		if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
	}, [phase]);
	return panel;
}

interface PhaseProps {
	poll: LivePoll;
	language: string;
	isElector: boolean;
	weight: number;
	/** Whether the server has said what is in the box. */
	isKnown: boolean;
	casting: CastingBallot;
	principal: Principal | undefined;
}

function Phase({ poll, language, isElector, weight, isKnown, casting, principal }: PhaseProps) {
	const { t } = useTranslation("voting");
	const { state } = casting;
	if (state.phase === "sending") return <Sending poll={poll} casting={casting} />;
	if (state.phase === "refused")
		return <RefusedBallot poll={poll} state={state} onPutAway={casting.putAway} />;
	if (!isKnown && !state.counted) return <Loading label={t("ballot.finding")} lines={3} />;
	const hasBallot = state.counted !== null;
	const permission = mayCast({
		state: poll.state,
		allowsBallotChange: poll.rule.allowsBallotChange,
		isElector,
		hasBallot,
	});
	if (state.phase === "counted") {
		return (
			<>
				<BallotInTheBox poll={poll} ballot={state.counted} principal={principal} />
				{permission === "change" && (
					<Button isWide onPress={casting.wantChange}>
						{t("ballot.change")}
					</Button>
				)}
			</>
		);
	}
	if (permission === "first" || permission === "change")
		return (
			<BallotForm
				poll={poll}
				language={language}
				weight={weight}
				state={state}
				casting={casting}
				principal={principal}
			/>
		);
	if (state.counted) return <BallotInTheBox poll={poll} ballot={state.counted} principal={principal} />;
	if (permission === "not-an-elector") return <Notice>{t("ballot.notAnElector")}</Notice>;
	return state.entered ? (
		<Notice tone="warn">{t("ballot.closedBeforeSending")}</Notice>
	) : (
		<Notice>{t("ballot.none")}</Notice>
	);
}

function Sending({ poll, casting: { state } }: { poll: LivePoll; casting: CastingBallot }) {
	const { t } = useTranslation("voting");
	if (state.phase !== "sending") return null;
	const choice = ballotInOneLine(t, poll, state.unsent.answer);
	const isTroubled = state.isWaiting || state.attempt > 1;
	return (
		<div className={css.sending}>
			<span className={css.onItsWay} aria-hidden="true" />
			<p className={css.sendingTitle}>{t("ballot.sending", { choice })}</p>
			<p>{t(isTroubled ? "ballot.notYetCounted" : "ballot.waitForCounted")}</p>
		</div>
	);
}
