import type { PollMethod } from "@crossroads/shared";
import type { ComponentType } from "react";
import type { AnswerFormProps } from "./answerFormProps.ts";
import { ChecksForm } from "./ChecksForm.tsx";
import { ChoiceForm } from "./ChoiceForm.tsx";
import { ConsentForm } from "./ConsentForm.tsx";
import { DotsForm } from "./DotsForm.tsx";
import { GradesForm } from "./GradesForm.tsx";
import { RankForm } from "./ranking/RankForm.tsx";

const FORMS: Record<PollMethod, ComponentType<AnswerFormProps>> = {
	YES_NO_ABSTAIN: ChoiceForm,
	SINGLE_CHOICE: ChoiceForm,
	MULTIPLE_CHOICE: ChecksForm,
	APPROVAL: ChecksForm,
	SCORE: GradesForm,
	DOTS: DotsForm,
	SCHULZE: RankForm,
	INSTANT_RUNOFF: RankForm,
	SINGLE_TRANSFERABLE_VOTE: RankForm,
	MAJORITY_JUDGMENT: GradesForm,
	CONSENT: ConsentForm,
};

/** The form of an answer, as the poll's method has it. */
export function AnswerForm(props: AnswerFormProps) {
	const Form = FORMS[props.settings.method];
	return <Form {...props} />;
}
