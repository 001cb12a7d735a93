import { useTranslation } from "react-i18next";
import { Section } from "../../ui/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { RunningPoll } from "../poll/RunningPoll.tsx";

/** The public polls that are open at this moment, counting live. Nothing where there is none. */
export function RunningPolls({ polls }: { polls: readonly PollPictureFragment[] }) {
	const { t } = useTranslation("publicGraph");
	if (polls.length === 0) return null;
	return (
		<Section title={t("poll.runningNow")}>
			{polls.map((poll) => (
				<RunningPoll key={poll.id} poll={poll} />
			))}
		</Section>
	);
}
