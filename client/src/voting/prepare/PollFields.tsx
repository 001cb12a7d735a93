import { hasOwnOptions, type RulePresetName } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/index.ts";
import { MoreFields } from "./MoreFields.tsx";
import { OptionsEditor } from "./OptionsEditor.tsx";
import css from "./Prepare.module.css";
import { PresetCards } from "./PresetCards.tsx";
import { type PollDraft, presetOf, problemsOf, withPreset } from "./pollDraft.ts";
import { RuleReadBack } from "./RuleReadBack.tsx";

interface Props {
	draft: PollDraft;
	onChange(draft: PollDraft): void;
	/** In a secret poll no ballot can be changed. */
	isSecret: boolean;
	/** Says what is missing: once somebody has tried to go on without it. */
	showsProblems: boolean;
	/** Delegates on the event's list; null: not known. */
	entitled: number | null;
}

/** Prepares a poll: how it is decided, by name; the question; the options; everything else behind "more"; the rule read back in words. */
export function PollFields({ draft, onChange, isSecret, showsProblems, entitled }: Props) {
	const { t } = useTranslation("voting");
	const problems = problemsOf(draft);
	const change = (part: Partial<PollDraft>) => onChange({ ...draft, ...part });
	const choose = (name: RulePresetName) => onChange(withPreset(draft, name));
	const questionProblem = showsProblems ? problems.question : null;
	const optionsProblem = showsProblems ? problems.options : null;
	return (
		<div className={css.fields}>
			<PresetCards value={presetOf(draft)} onChange={choose} />
			<TextField
				label={t("prepare.question")}
				value={draft.question}
				onChange={(question) => change({ question })}
				rows={3}
				maxLength={LONGEST_QUESTION}
				error={questionProblem && t(`prepare.problem.${questionProblem}`)}
			/>
			{!hasOwnOptions(draft.method) && (
				<OptionsEditor
					options={draft.options}
					onChange={(options) => change({ options })}
					error={optionsProblem && t(`prepare.problem.${optionsProblem}`)}
				/>
			)}
			<MoreFields draft={draft} onChange={onChange} isSecret={isSecret} />
			<RuleReadBack draft={draft} entitled={entitled} />
		</div>
	);
}

const LONGEST_QUESTION = 500;
