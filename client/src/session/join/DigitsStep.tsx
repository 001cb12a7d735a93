import { isFourDigits } from "@crossroads/shared";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { startAfresh } from "../../apollo/index.ts";
import { JoinEventDocument, SendJoinConfirmationDocument } from "../../gql/graphql.ts";
import { Button, Notice, TextField } from "../../ui/index.ts";
import { ProblemNotice } from "../live/ProblemNotice.tsx";
import { useRun } from "../live/useRun.ts";
import css from "./Join.module.css";
import { sessionToEnter } from "./sessionToEnter.ts";
import type { NameOnList } from "./views.ts";

interface Props {
	code: string;
	eventId: string;
	person: NameOnList;
	onBack(): void;
}

/** Four digits, from the badge or from an e-mail, show that the name is one's own; then straight into the session. */
export function DigitsStep({ code, eventId, person, onBack }: Props) {
	const { t } = useTranslation("session");
	const navigate = useNavigate();
	const running = useRun();
	const [digits, setDigits] = useState("");
	const [isWrong, setIsWrong] = useState(false);
	const [isSent, setIsSent] = useState(false);
	const enter = async (event: FormEvent) => {
		event.preventDefault();
		setIsWrong(!isFourDigits(digits));
		if (!isFourDigits(digits)) return;
		const answer = await running.run(JoinEventDocument, { code, delegateId: person.id, fourDigits: digits });
		if (!answer?.joinEvent.viewer) return;
		const session = sessionToEnter(answer.joinEvent.viewer.sessions, eventId, new Date());
		await startAfresh().catch(() => {});
		await navigate(session ? `/session/${session.id}` : "/home", { replace: true });
	};
	const send = async () => {
		const answer = await running.run(SendJoinConfirmationDocument, { code, delegateId: person.id });
		setIsSent(answer?.sendJoinConfirmation.isSent ?? false);
	};
	return (
		<form onSubmit={(event) => void enter(event)} className={css.form} noValidate>
			<p className={css.chosen}>
				<span className={css.personName}>{person.name}</span>
				<span className={css.city}>{person.city}</span>
			</p>
			<TextField
				label={t("join.digits")}
				hint={t(person.canReceiveMail ? "join.digitsHint" : "join.digitsOnBadge")}
				value={digits}
				onChange={(typed) => setDigits(typed.replace(/\D/g, "").slice(0, 4))}
				inputMode="numeric"
				autoComplete="one-time-code"
				maxLength={8}
				error={isWrong && !isFourDigits(digits) ? t("join.digitsWrong") : null}
				className={css.digits}
				autoFocus
			/>
			{isSent && (
				<Notice tone="good" isNews>
					{t("join.sent")}
				</Notice>
			)}
			<ProblemNotice problem={running.problem} />
			<Button
				type="submit"
				variant="primary"
				size="large"
				isWide
				isPending={running.isRunning}
				pendingLabel={t("join.pending")}
			>
				{t("join.enter")}
			</Button>
			<div className={css.ways}>
				{person.canReceiveMail && (
					<Button onPress={() => void send()} isDisabled={running.isRunning}>
						{t(isSent ? "join.sendAgain" : "join.send")}
					</Button>
				)}
				<Button variant="quiet" onPress={onBack}>
					{t("join.notMe")}
				</Button>
			</div>
		</form>
	);
}
