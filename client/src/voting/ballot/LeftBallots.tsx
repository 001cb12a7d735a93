import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Notice } from "../../ui/index.ts";
import type { AskedPoll, LivePoll } from "../views.ts";
import css from "./Ballot.module.css";
import { principalsInDrawers } from "./ballotDrawer.ts";
import { RefusedBallot } from "./RefusedBallot.tsx";
import { useCastBallot } from "./useCastBallot.ts";

/** A poll that is not on the screen any more. */
export type PollOfBefore = Pick<LivePoll, "id" | "question" | "state" | "secrecy" | "box"> & AskedPoll;

/**
 * What became of confirmed ballots whose poll has left the screen before the server answered: they go on being sent,
 * and the voter is told whether they counted. Shows nothing where there are none. Never give it the poll whose
 * BallotPanel is on the screen: each ballot is sent from one place.
 */
export function LeftBallots({ polls, personId }: { polls: readonly PollOfBefore[]; personId: string }) {
	return polls.map((poll) => (
		<Fragment key={poll.id}>
			<LeftBallot poll={poll} personId={personId} inSteadOf={null} />
			<LeftForOthers poll={poll} personId={personId} />
		</Fragment>
	));
}

/** What lay in the drawers at arrival: a ballot that is counted leaves its drawer, and is told of all the same. */
function LeftForOthers({ poll, personId }: { poll: PollOfBefore; personId: string }) {
	const [principals] = useState(() => principalsInDrawers(personId, poll.id));
	return principals.map((id) => <LeftBallot key={id} poll={poll} personId={personId} inSteadOf={id} />);
}

interface LeftProps {
	poll: PollOfBefore;
	personId: string;
	inSteadOf: string | null;
}

function LeftBallot({ poll, personId, inSteadOf }: LeftProps) {
	const { t } = useTranslation("voting");
	const { state, putAway } = useCastBallot(poll, personId, undefined, inSteadOf);
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
				{inSteadOf && `${t("proxy.forSomebody")} `}
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
