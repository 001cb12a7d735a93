import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Notice } from "../../ui/index.ts";
import type { AskedPoll, LivePoll } from "../views.ts";
import css from "./Ballot.module.css";
import { RefusedBallot } from "./RefusedBallot.tsx";
import { useCastBallot } from "./useCastBallot.ts";

/** A poll that is not on the screen any more. */
export type PollOfBefore = Pick<LivePoll, "id" | "question" | "state"> & AskedPoll;

/**
 * What became of confirmed ballots whose poll has left the screen before the server answered: they go on being sent,
 * and the voter is told whether they counted. Shows nothing where there are none. Never give it the poll whose
 * BallotPanel is on the screen: each ballot is sent from one place.
 */
export function LeftBallots({ polls, personId }: { polls: readonly PollOfBefore[]; personId: string }) {
	return polls.map((poll) => <LeftBallot key={poll.id} poll={poll} personId={personId} />);
}

function LeftBallot({ poll, personId }: { poll: PollOfBefore; personId: string }) {
	const { t } = useTranslation("voting");
	const { state, putAway } = useCastBallot(poll, personId, undefined);
	const [wasLeft] = useState(state.phase === "sending" || state.phase === "refused");
	const [isRead, setIsRead] = useState(false);
	const { question } = poll;
	if (!wasLeft || isRead || state.phase === "choosing") return null;
	if (state.phase === "refused")
		return (
			<div className={css.panel}>
				<RefusedBallot poll={poll} state={state} onPutAway={putAway} />
			</div>
		);
	const isCounted = state.phase === "counted";
	return (
		<div className={css.panel}>
			<Notice tone={isCounted ? "good" : "warn"} isNews>
				{t(isCounted ? "ballot.leftCounted" : "ballot.leftSending", { question })}
			</Notice>
			{isCounted && (
				<Button isWide onPress={() => setIsRead(true)}>
					{t("ballot.putAway")}
				</Button>
			)}
		</div>
	);
}
