import { useTranslation } from "react-i18next";
import { EmptyState, Notice } from "../../ui/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import { Decision } from "../poll/Decision.tsx";
import { RunningPoll } from "../poll/RunningPoll.tsx";
import { useLivePoll } from "../poll/useLivePoll.ts";
import type { PublicRecommendation } from "./recommendationOf.ts";

interface Props {
	recommendation: PublicRecommendation;
	/** The poll took a step: state and history of the recommendation may have changed with it. */
	onStep(): void;
}

/** The decision as a picture, the running poll as it counts, or what is still to come. */
export function HowDecided({ recommendation, onStep }: Props) {
	const { t } = useTranslation("publicGraph");
	const { poll, state } = recommendation;
	if (poll) return <LiveDecision poll={poll} onStep={onStep} />;
	return (
		<EmptyState
			says={t(state === "TABLED" ? "recommendation.notYetDecided" : "recommendation.pollNotPublic")}
		/>
	);
}

function LiveDecision({ poll: read, onStep }: { poll: PollPictureFragment; onStep(): void }) {
	const { t } = useTranslation("publicGraph");
	const poll = useLivePoll(read, onStep);
	if (poll.state === "OPEN") return <RunningPoll poll={poll} />;
	return (
		<>
			{poll.state === "CLOSED" && <Notice>{t("poll.awaitsPublication")}</Notice>}
			<Decision poll={poll} />
		</>
	);
}
