import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
	ClosePollDocument,
	GoToAgendaItemDocument,
	OpenPollDocument,
	PublishPollDocument,
	SendToReviewFromSessionDocument,
	TableRecommendationInSessionDocument,
} from "../../../gql/graphql.ts";
import { Button, ConfirmDialog, Notice } from "../../../ui/index.ts";
import type { Run } from "../../live/useRun.ts";
import css from "../Facilitator.module.css";
import { PublishReasons } from "./PublishReasons.tsx";
import type { Step } from "./Step.ts";

interface Props extends Step {
	onPrepare(): void;
	onAddItem(): void;
}

const ASKS_ONCE: ReadonlySet<string> = new Set(["table", "closePoll", "publishPoll"]);

/** The next step. What cannot be undone (table, close, publish) asks once. */
export function PrimaryButton({ session, action, poll, presence, running, onPrepare, onAddItem }: Props) {
	const { t } = useTranslation("session");
	const [asked, setAsked] = useState<string | null>(null);
	const identity = identityOf(action);
	const act = async () => {
		await perform(action, session.id, running.run);
		setAsked(null);
	};
	const press = () => {
		if (action.kind === "preparePoll") onPrepare();
		else if (action.kind === "addFirstItem") onAddItem();
		else if (ASKS_ONCE.has(action.kind)) setAsked(identity);
		else void act();
	};
	if (action.kind === "over") return <p className={css.thenNext}>{t("facilitator.over")}</p>;
	if (action.kind === "awaitBox") return <BoxToOpen poll={poll} />;
	const words = { title: titleOf(action), number: numberOf(action), count: presence?.present ?? 0 };
	return (
		<>
			<Button
				variant="primary"
				size="large"
				className={css.primaryButton}
				isPending={running.isRunning}
				pendingLabel={t("facilitator.pending")}
				onPress={press}
			>
				<span className={css.primaryWords}>{t(`step.${action.kind}.do`, words)}</span>
			</Button>
			<ConfirmDialog
				isOpen={asked === identity}
				title={t(`step.${action.kind}.ask`, { ...words, defaultValue: "" })}
				confirmLabel={t(`step.${action.kind}.confirm`, { ...words, defaultValue: "" })}
				cancelLabel={t("facilitator.notYet")}
				isPending={running.isRunning}
				onConfirm={() => void act()}
				onCancel={() => setAsked(null)}
			>
				<p>{t(`step.${action.kind}.means`, { ...words, defaultValue: "" })}</p>
				{action.kind === "closePoll" && poll && (
					<p>{t("voting:tally.turnout", { cast: poll.tally.cast, count: poll.tally.electorateSize })}</p>
				)}
				{action.kind === "publishPoll" && poll?.result && <PublishReasons result={poll.result} />}
			</ConfirmDialog>
		</>
	);
}

/** A secret poll that is closed: its trustees open the box on their own screens. */
function BoxToOpen({ poll }: Pick<Props, "poll">) {
	const { t } = useTranslation("session");
	const { needed = 0, trustees = [] } = poll?.box ?? {};
	const released = trustees.filter(({ hasReleased }) => hasReleased).length;
	return (
		<Notice isNews>
			{t("facilitator.awaitBox", { released, needed })} {t("facilitator.whereTrustees")}
		</Notice>
	);
}

type Action = Props["action"];

/** A question once asked does not become another question when the state changes under it. */
const identityOf = (action: Action) =>
	`${action.kind} ${"poll" in action ? action.poll.id : "item" in action ? action.item.id : ""}`;
const titleOf = (action: Action) => ("item" in action ? action.item.title : "");
const numberOf = (action: Action) => ("item" in action ? (action.item.recommendation?.number ?? 0) : 0);

function perform(action: Action, sessionId: string, run: Run): Promise<unknown> {
	switch (action.kind) {
		case "start":
		case "goOn":
		case "nextItem":
			return run(GoToAgendaItemDocument, { sessionId, agendaItemId: action.item.id });
		case "endSession":
			return run(GoToAgendaItemDocument, { sessionId, agendaItemId: null });
		case "sendToReview":
			return run(SendToReviewFromSessionDocument, { recommendationId: action.item.recommendation?.id ?? "" });
		case "table":
			return run(TableRecommendationInSessionDocument, {
				recommendationId: action.item.recommendation?.id ?? "",
				sessionId,
			});
		case "openPoll":
			return run(OpenPollDocument, { pollId: action.poll.id });
		case "closePoll":
			return run(ClosePollDocument, { pollId: action.poll.id });
		case "publishPoll":
			return run(PublishPollDocument, { pollId: action.poll.id });
		default:
			return Promise.resolve();
	}
}
