import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WithdrawProxyDocument } from "../../../gql/graphql.ts";
import { Button, Notice, Section } from "../../../ui/index.ts";
import type { LivePoll, OwnBallot } from "../../../voting/index.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import { useRun } from "../../live/useRun.ts";
import css from "../Delegate.module.css";
import { ProxySheet } from "./ProxySheet.tsx";

interface Props {
	poll: LivePoll;
	own: OwnBallot;
	viewerId: string;
	/** In which the question is written. */
	language: string;
}

/** Before a vote opens: who votes for the viewer, or for whom the viewer votes, and a way to change it. */
export function ProxyCard({ poll, own, viewerId, language }: Props) {
	const { t } = useTranslation("session");
	const running = useRun();
	const [isChoosing, setIsChoosing] = useState(false);
	const { proxy, principals } = own;
	const names = principals.map(({ person }) => person.name);
	return (
		<Section title={t("proxy.title")} isRuled className={css.proxy}>
			<p>
				{t("proxy.upcoming")} <strong lang={language}>{poll.question}</strong>
			</p>
			{proxy && <Notice isNews>{t("proxy.mine", { name: proxy.name })}</Notice>}
			{names.length > 0 && <Notice isNews>{t("proxy.others", { names })}</Notice>}
			{!proxy && names.length === 0 && <p>{t("proxy.invitation")}</p>}
			<ProblemNotice problem={running.problem} />
			{proxy && (
				<Button
					isWide
					isPending={running.isRunning}
					onPress={() => void running.run(WithdrawProxyDocument, { input: { pollId: poll.id } })}
				>
					{t("proxy.takeBack")}
				</Button>
			)}
			{!proxy && names.length === 0 && (
				<Button isWide onPress={() => setIsChoosing(true)}>
					{t("proxy.give")}
				</Button>
			)}
			{isChoosing && <ProxySheet poll={poll} viewerId={viewerId} onClose={() => setIsChoosing(false)} />}
		</Section>
	);
}
