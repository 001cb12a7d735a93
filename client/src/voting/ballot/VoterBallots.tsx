import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Heading, Notice } from "../../ui/index.ts";
import type { OwnBallot } from "../usePoll.ts";
import type { LivePoll } from "../views.ts";
import css from "./Ballot.module.css";
import { BallotPanel } from "./BallotPanel.tsx";

interface Props {
	poll: LivePoll;
	/** The language in which question and options are written. */
	language: string;
	personId: string;
	own: OwnBallot;
}

/** All ballots that one voter casts: the own one, and below it, each apart, those of absent people whose proxy they are. */
export function VoterBallots({ poll, language, personId, own }: Props) {
	const { t } = useTranslation("voting");
	const isAlone = own.principals.length === 0;
	const isRepresented = own.proxy !== null && poll.state !== "PREPARED";
	return (
		<>
			{isRepresented && <Notice>{t("proxy.castsYours", { name: own.proxy?.name ?? "" })}</Notice>}
			<OneBallot title={isAlone ? null : t("proxy.yours")}>
				{own.paper !== null && poll.state === "OPEN" && (
					<Notice>{t("paper.yours", { paper: own.paper })}</Notice>
				)}
				{own.paper === null && (!isRepresented || own.ballot) && (
					<BallotPanel
						poll={poll}
						language={language}
						personId={personId}
						isElector={own.isElector}
						weight={own.weight}
						ownBallot={own.ballot}
					/>
				)}
			</OneBallot>
			{own.principals.map(({ person, weight, ballot }) => (
				<OneBallot key={person.personId} title={t("proxy.for", { name: person.name })}>
					<BallotPanel
						poll={poll}
						language={language}
						personId={personId}
						isElector
						weight={weight}
						ownBallot={ballot}
						principal={person}
					/>
				</OneBallot>
			))}
		</>
	);
}

/** A ballot with whose it is written over it, where there are several. */
function OneBallot({ title, children }: { title: string | null; children: React.ReactNode }) {
	const id = useId();
	return (
		<section className={title ? css.oneOfSeveral : undefined} aria-labelledby={title ? id : undefined}>
			{title && (
				<Heading level={3} id={id}>
					{title}
				</Heading>
			)}
			{children}
		</section>
	);
}
