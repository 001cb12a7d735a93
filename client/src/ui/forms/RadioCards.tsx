import type { ReactNode } from "react";
import { FieldError, Label, Radio, RadioGroup, Text } from "react-aria-components";
import { joinClasses } from "../joinClasses.ts";
import css from "./RadioCards.module.css";

export interface RadioCard<Value extends string> {
	value: Value;
	label: string;
	/** Language of the label, where it is not the page's. */
	lang?: string;
	hint?: string;
	/** A picture or shape at the start of the card; decoration only, the label says it all. */
	mark?: ReactNode;
}

export interface RadioCardsProps<Value extends string> {
	/** The question that the cards answer. */
	label: string;
	value: Value | null;
	onChange(value: Value): void;
	cards: readonly RadioCard<Value>[];
	hint?: ReactNode;
	error?: string | null;
	isDisabled?: boolean;
	/** The question stands already as a heading on the page: read here, not shown again. */
	isLabelHidden?: boolean;
	/** "row": side by side where there is room. */
	layout?: "column" | "row";
	className?: string;
}

/** Whether a label is better written in the size of a text than in that of a title. */
export function isLongLabel(label: string): boolean {
	return label.length > 80;
}

/** A few large choices of which one is taken: a ballot, a way in. Arrow keys move, space chooses; nothing is sent. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
	const { label, value, onChange, cards, hint, error, isDisabled, isLabelHidden, layout = "column" } = props;
	return (
		<RadioGroup
			value={value}
			onChange={(chosen) => onChange(chosen as Value)}
			isDisabled={isDisabled}
			isInvalid={Boolean(error)}
			validationBehavior="aria"
			className={joinClasses(css.group, props.className)}
		>
			<Label className={joinClasses(css.label, isLabelHidden && css.hidden)}>{label}</Label>
			{hint && (
				<Text slot="description" className={css.hint}>
					{hint}
				</Text>
			)}
			<div className={joinClasses(css.cards, layout === "row" && css.row)}>
				{cards.map((card) => (
					<Radio key={card.value} value={card.value} className={css.card}>
						<span className={css.dot} aria-hidden="true" />
						{card.mark && <span aria-hidden="true">{card.mark}</span>}
						<span className={css.words}>
							<span
								className={joinClasses(css.title, isLongLabel(card.label) && css.isLong)}
								lang={card.lang}
							>
								{card.label}
							</span>
							{card.hint && <span className={css.hint}>{card.hint}</span>}
						</span>
					</Radio>
				))}
			</div>
			<FieldError className={css.error}>{error}</FieldError>
		</RadioGroup>
	);
}
