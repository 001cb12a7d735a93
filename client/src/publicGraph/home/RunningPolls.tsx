import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { RunningPoll } from "../poll/RunningPoll.tsx";
import { useLivePoll } from "../poll/useLivePoll.ts";

interface Props {
	/** The public polls that are open at this moment. */
	polls: readonly PollPictureFragment[];
	/** A poll took a step: the page around it may have to be read again. */
	onStep(): void;
}

/** The public polls that are open, counting live. A poll that closes stays until the reader leaves: its end is news too. Nothing where there is none. */
export function RunningPolls({ polls, onStep }: Props) {
	const { t } = useTranslation("publicGraph");
	const seen = useSeen(polls);
	if (seen.length === 0) return null;
	return (
		<Section title={t(polls.length > 0 ? "poll.runningNow" : "poll.lastVotes")}>
			{seen.map((poll) => (
				<LivePoll key={poll.id} poll={poll} onStep={onStep} />
			))}
		</Section>
	);
}

function LivePoll({ poll, onStep }: { poll: PollPictureFragment; onStep(): void }) {
	return <RunningPoll poll={useLivePoll(poll, onStep)} leadsToText />;
}

/** Those that are open with those that were open before, in the order in which they came. */
function useSeen(polls: readonly PollPictureFragment[]): PollPictureFragment[] {
	const seen = useRef(new Map<string, PollPictureFragment>());
	for (const poll of polls) seen.current.set(poll.id, poll);
	return [...seen.current.values()];
}
