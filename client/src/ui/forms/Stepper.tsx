import type { ReactNode } from "react";
import { Button, Group, Input, Label, NumberField } from "react-aria-components";
import { joinClasses } from "../joinClasses.ts";
import { isLongLabel } from "./RadioCards.tsx";
import css from "./Stepper.module.css";

export interface StepperProps {
	label: string;
	/** Language of the label, where it is not the page's. */
	lang?: string;
	value: number;
	onChange(value: number): void;
	least: number;
	most: number;
	lessLabel: string;
	moreLabel: string;
	/** A picture of the value; decoration, the number says it. */
	picture?: ReactNode;
	isDisabled?: boolean;
}

/** A small whole number with a large minus and plus; arrow keys change it too, and it can be typed. */
export function Stepper(props: StepperProps) {
	const { label, lang, value, onChange, least, most, lessLabel, moreLabel, picture, isDisabled } = props;
	return (
		<NumberField
			value={value}
			onChange={(given) => onChange(Number.isInteger(given) ? given : least)}
			minValue={least}
			maxValue={most}
			step={1}
			isDisabled={isDisabled}
			className={css.row}
		>
			<Label className={joinClasses(css.label, isLongLabel(label) && css.isLong)} lang={lang}>
				{label}
			</Label>
			<Group className={css.group}>
				<Button slot="decrement" aria-label={lessLabel} className={css.button}>
					<span aria-hidden="true">−</span>
				</Button>
				<Input className={css.input} />
				<Button slot="increment" aria-label={moreLabel} className={css.button}>
					<span aria-hidden="true">+</span>
				</Button>
			</Group>
			{picture && (
				<span className={css.picture} aria-hidden="true">
					{picture}
				</span>
			)}
		</NumberField>
	);
}
