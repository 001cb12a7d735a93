import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, Heading } from "../../ui/index.ts";
import type { AskedPoll } from "../views.ts";
import css from "./Ballot.module.css";
import type { SaidAnswer } from "./SaidAnswer.ts";
import { SaidSlip } from "./SaidSlip.tsx";

interface Props {
	poll: AskedPoll;
	answer: SaidAnswer;
	onConfirm(): void;
	onBack(): void;
}

/** The whole answer in words, once, before it is cast. Takes the focus, so that it is read out and stands in sight. */
export function BallotReview({ poll, answer, onConfirm, onBack }: Props) {
	const { t } = useTranslation("voting");
	const titleId = useId();
	const slip = useRef<HTMLElement>(null);
	useEffect(() => {
		slip.current?.focus({ preventScroll: true });
		slip.current?.scrollIntoView({ block: "nearest" });
	}, []);
	return (
		<section ref={slip} tabIndex={-1} aria-labelledby={titleId} className={css.review}>
			<Heading level={3} id={titleId}>
				{t("ballot.reviewTitle")}
			</Heading>
			<SaidSlip poll={poll} answer={answer} />
			<Button variant="primary" size="large" isWide onPress={onConfirm}>
				{t("ballot.cast")}
			</Button>
			<Button variant="quiet" isWide onPress={onBack}>
				{t("ballot.back")}
			</Button>
		</section>
	);
}
