import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { HandOutPaperDocument, PapersOfPollDocument, TakeBackPaperDocument } from "../../../gql/graphql.ts";
import { Button, EmptyState, Section, Select, Table } from "../../../ui/index.ts";
import { answerInOneLine, type LivePoll } from "../../../voting/index.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import { type Running, useRun } from "../../live/useRun.ts";
import css from "../Facilitator.module.css";
import { PaperEntry } from "./PaperEntry.tsx";
import type { Delegate, Paper } from "./views.ts";

/** What the other enters is asked for so often. */
const ASK_AGAIN_AFTER_MS = 3_000;

/** Ballots on paper while a vote is open: who has one, a line to enter what stands on them, and what two people read differently. */
export function PaperPanel({ poll, language }: { poll: LivePoll; language: string }) {
	const { t } = useTranslation("session");
	const { data, refetch } = useQuery(PapersOfPollDocument, {
		variables: { pollId: poll.id },
		fetchPolicy: "no-cache",
		pollInterval: ASK_AGAIN_AFTER_MS,
	});
	const running = useRun(refetch);
	const papers = data?.poll?.papers ?? [];
	return (
		<Section title={t("paper.title")} level={3} className={css.electorate}>
			<p className={css.soft}>{t("paper.how")}</p>
			<ProblemNotice problem={running.problem} />
			<HandOut poll={poll} delegates={data?.poll?.delegates ?? []} running={running} />
			{papers.length === 0 ? (
				<EmptyState says={t("paper.none")} />
			) : (
				<>
					<PaperEntry poll={poll} language={language} papers={papers} running={running} />
					<Papers poll={poll} papers={papers} running={running} />
				</>
			)}
		</Section>
	);
}

interface PapersProps {
	poll: LivePoll;
	papers: readonly Paper[];
	running: Running;
}

function Papers({ poll, papers, running }: PapersProps) {
	const { t } = useTranslation("session");
	const { t: tVoting } = useTranslation("voting");
	const inWords = (answer: Paper["own"]) =>
		answer ? answerInOneLine(tVoting, poll, { marks: answer.marks, reason: answer.reason ?? undefined }) : "";
	const columns = [
		{ key: "paper", header: t("paper.number"), cell: ({ paper }: Paper) => paper, isRowHeader: true },
		{ key: "person", header: t("paper.person"), cell: ({ person }: Paper) => person.name },
		{
			key: "state",
			header: t("paper.stands"),
			cell: ({ state, own, other }: Paper) =>
				own && other
					? t("paper.differ", { own: inWords(own), other: inWords(other) })
					: `${t(`paper.state.${state}`)}${own ? ` ${t("paper.own", { own: inWords(own) })}` : ""}`,
		},
		{
			key: "action",
			header: "",
			cell: ({ paper, state, person: { personId } }: Paper) =>
				state === "HANDED_OUT" && (
					<Button
						variant="quiet"
						aria-label={t("paper.takeBackOf", { paper })}
						isDisabled={running.isRunning}
						onPress={() => void running.run(TakeBackPaperDocument, { input: { pollId: poll.id, personId } })}
					>
						{t("paper.takeBack")}
					</Button>
				),
		},
	];
	return (
		<Table
			caption={t("paper.title")}
			isCaptionHidden
			columns={columns}
			rows={papers}
			rowKey={({ paper }) => String(paper)}
		/>
	);
}

interface HandOutProps {
	poll: LivePoll;
	delegates: readonly Delegate[];
	running: Running;
}

function HandOut({ poll, delegates, running }: HandOutProps) {
	const { t } = useTranslation("session");
	const [personId, setPersonId] = useState("");
	const options = [
		{ value: "", label: t("proxy.console.chooseOne") },
		...delegates.map(({ personId: value, name, partner }) => ({ value, label: `${name}, ${partner.city}` })),
	];
	const handOut = async () => {
		if (await running.run(HandOutPaperDocument, { input: { pollId: poll.id, personId } })) setPersonId("");
	};
	return (
		<div className={css.newGrant}>
			<Select label={t("paper.person")} value={personId} onChange={setPersonId} options={options} />
			<Button isDisabled={!personId || running.isRunning} onPress={() => void handOut()}>
				{t("paper.handOut")}
			</Button>
		</div>
	);
}
