import { useTranslation } from "react-i18next";
import { GoToAgendaItemDocument } from "../../../gql/graphql.ts";
import { Button } from "../../../ui/index.ts";
import { nextLine } from "../../live/agenda.ts";
import type { Running } from "../../live/useRun.ts";
import type { LiveSession } from "../../live/views.ts";
import css from "../Facilitator.module.css";
import type { Step } from "./Step.ts";

interface Props {
	session: LiveSession;
	action: Step["action"];
	running: Running;
	onPrepare(): void;
}

/** What else may be done now, more quietly: a vote out of turn, or moving on without one. */
export function SecondaryActions({ session, action, running, onPrepare }: Props) {
	const { t } = useTranslation("session");
	const next = nextLine(session.agenda);
	const mayPrepare = action.kind === "nextItem" || action.kind === "endSession";
	const mayMoveOn = ["sendToReview", "table", "preparePoll", "openPoll", "awaitBox"].includes(action.kind);
	return (
		<div className={css.secondary}>
			{mayPrepare && (
				<Button variant="quiet" onPress={onPrepare}>
					{t("facilitator.anotherQuestion")}
				</Button>
			)}
			{mayMoveOn && (
				<Button
					variant="quiet"
					isDisabled={running.isRunning}
					onPress={() =>
						void running.run(GoToAgendaItemDocument, {
							sessionId: session.id,
							agendaItemId: next?.id ?? null,
						})
					}
				>
					{t(next ? "facilitator.moveOn" : "facilitator.endWithout")}
				</Button>
			)}
		</div>
	);
}
