import type { BallotAnswer } from "@crossroads/shared";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { EnterPaperDocument } from "../../../gql/graphql.ts";
import { Button, Notice, TextField } from "../../../ui/index.ts";
import {
	AnswerForm,
	answerInOneLine,
	type LivePoll,
	settingsOf,
	wholeAnswer,
} from "../../../voting/index.ts";
import type { Running } from "../../live/useRun.ts";
import css from "../Facilitator.module.css";
import type { Paper } from "./views.ts";

interface Props {
	poll: LivePoll;
	language: string;
	papers: readonly Paper[];
	running: Running;
}

/** Number, answer, Enter, and on to the next: the keyboard's way through a pile of papers. */
export function PaperEntry({ poll, language, papers, running }: Props) {
	const { t } = useTranslation("session");
	const { t: tVoting } = useTranslation("voting");
	const number = useRef<HTMLInputElement>(null);
	const [typed, setTyped] = useState("");
	const [said, setSaid] = useState<BallotAnswer | null>(null);
	const [done, setDone] = useState<string | null>(null);
	const settings = settingsOf(poll);
	const answer = wholeAnswer(settings, said);
	const paper = papers.find((one) => String(one.paper) === typed.trim());
	const enter = async (event: FormEvent) => {
		event.preventDefault();
		if (!answer || !paper) return;
		const { marks, reason } = answer;
		const input = { pollId: poll.id, paper: paper.paper, answer: { marks: [...marks], reason } };
		if (!(await running.run(EnterPaperDocument, { input }))) return;
		setDone(t("paper.entered", { paper: paper.paper, answer: answerInOneLine(tVoting, poll, answer) }));
		setTyped("");
		setSaid(null);
		number.current?.focus();
	};
	return (
		<form onSubmit={(event) => void enter(event)} className={css.electorate}>
			<TextField
				label={t("paper.number")}
				value={typed}
				onChange={setTyped}
				inputMode="numeric"
				autoComplete="off"
				inputRef={number}
				error={typed.trim() && !paper ? t("paper.unknown") : null}
			/>
			<AnswerForm
				key={done}
				settings={settings}
				question={poll.question}
				language={language}
				value={said}
				onChange={setSaid}
			/>
			<Button type="submit" isDisabled={!answer || !paper || running.isRunning}>
				{t("paper.enter")}
			</Button>
			{done && <Notice isNews>{done}</Notice>}
		</form>
	);
}
