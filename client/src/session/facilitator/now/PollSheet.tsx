import { hasOwnOptions } from "@crossroads/shared";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CreatePollDocument, OpenPollDocument } from "../../../gql/graphql.ts";
import { Button, Dialog, ErrorNotice, Notice } from "../../../ui/index.ts";
import {
	isWholeWish,
	newDraft,
	PollFields,
	pollInputOf,
	problemsOf,
	SecrecyChoice,
	type SecrecyWish,
	secrecyInput,
	withoutBallotChange,
} from "../../../voting/index.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import type { Running } from "../../live/useRun.ts";
import type { LiveAgendaItem, LiveSession } from "../../live/views.ts";
import css from "../Facilitator.module.css";

interface Props {
	session: LiveSession;
	item: LiveAgendaItem | null;
	entitled: number | null;
	running: Running;
	onClose(): void;
}

/** Prepares a vote, and opens it if wished. News about the session does not touch what is entered; Enter opens nothing by itself. */
export function PollSheet({ session, item, entitled, running, onClose }: Props) {
	const { t } = useTranslation("session");
	const [draft, setDraft] = useState(() =>
		newDraft(item?.version ? "ADOPT_RECOMMENDATION" : "SIMPLE_MAJORITY", firstQuestion(item, t)),
	);
	const [secrecy, setSecrecy] = useState<SecrecyWish>({ kind: "NAMED" });
	const [showsProblems, setShowsProblems] = useState(false);
	const [isKeyMissing, setIsKeyMissing] = useState(false);
	const text = item?.recommendation && item.version ? item.recommendation : null;
	// A ballot that nobody can tell from the others cannot be changed [V34].
	const asWished = secrecy.kind === "NAMED" ? draft : withoutBallotChange(draft);
	const decidesOnText = hasOwnOptions(draft.method);
	const create = async (opensNow: boolean) => {
		const { question, options } = problemsOf(draft);
		if (question || options || !isWholeWish(secrecy)) return setShowsProblems(true);
		const kept = await secrecyInput(secrecy).catch(() => null);
		setIsKeyMissing(!kept);
		if (!kept) return;
		const input = {
			...pollInputOf(asWished),
			...kept,
			sessionId: session.id,
			agendaItemId: item?.id ?? null,
			recommendationVersionId: decidesOnText ? (item?.version?.id ?? null) : null,
		};
		const made = await running.run(CreatePollDocument, { input });
		const poll = made?.createPoll.poll;
		if (!poll) return;
		onClose();
		if (opensNow) await running.run(OpenPollDocument, { pollId: poll.id });
	};
	return (
		<Dialog
			isOpen
			isAlert
			onClose={onClose}
			title={t("sheet.title")}
			actions={
				<>
					<Button variant="quiet" onPress={onClose}>
						{t("cancel")}
					</Button>
					<Button onPress={() => void create(false)} isDisabled={running.isRunning}>
						{t("sheet.prepare")}
					</Button>
					<Button
						variant="primary"
						isPending={running.isRunning}
						pendingLabel={t("facilitator.pending")}
						onPress={() => void create(true)}
					>
						{t("sheet.open")}
					</Button>
				</>
			}
		>
			<div className={css.sheet}>
				<PollFields
					draft={asWished}
					onChange={setDraft}
					isSecret={secrecy.kind !== "NAMED"}
					showsProblems={showsProblems}
					entitled={entitled}
				/>
				<SecrecyChoice
					sessionId={session.id}
					value={secrecy}
					onChange={setSecrecy}
					showsProblems={showsProblems}
				/>
				{isKeyMissing && <ErrorNotice happened={t("sheet.noKey")} next={t("sheet.noKeyNext")} />}
				{text && !decidesOnText && <Notice>{t("sheet.notOnText", { number: text.number })}</Notice>}
				<ProblemNotice problem={running.problem} />
			</div>
		</Dialog>
	);
}

function firstQuestion(item: LiveAgendaItem | null, t: TFunction<"session">): string {
	if (!item?.recommendation || !item.version) return "";
	return t("sheet.adoptQuestion", { number: item.recommendation.number, version: item.version.number });
}
