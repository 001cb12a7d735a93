import { Label, Radio, RadioGroup } from "react-aria-components";
import { joinClasses } from "../joinClasses.ts";
import { isLongLabel } from "./RadioCards.tsx";
import css from "./ScaleRow.module.css";

export interface ScaleStep {
	value: number;
	/** What stands in the field: a figure, or a word. */
	label: string;
}

export interface ScaleRowProps {
	/** What is judged. */
	label: string;
	/** Language of the label, where it is not the page's. */
	lang?: string;
	/** null: not judged yet. */
	value: number | null;
	onChange(value: number): void;
	steps: readonly ScaleStep[];
	isDisabled?: boolean;
	/** Words need more room than figures. */
	areWords?: boolean;
}

/** One thing on a short scale: fields side by side, as large as a thumb, of which one is taken. Arrow keys move. */
export function ScaleRow({ label, lang, value, onChange, steps, isDisabled, areWords }: ScaleRowProps) {
	return (
		<RadioGroup
			value={value === null ? null : String(value)}
			onChange={(taken) => onChange(Number(taken))}
			isDisabled={isDisabled}
			className={css.row}
		>
			<Label className={joinClasses(css.label, isLongLabel(label) && css.isLong)} lang={lang}>
				{label}
			</Label>
			<div className={joinClasses(css.steps, areWords && css.areWords)}>
				{steps.map((step) => (
					<Radio key={step.value} value={String(step.value)} className={css.step}>
						{step.label}
					</Radio>
				))}
			</div>
		</RadioGroup>
	);
}
