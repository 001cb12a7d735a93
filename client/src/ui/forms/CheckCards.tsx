import type { ReactNode } from "react";
import { Checkbox, CheckboxGroup, Label, Text } from "react-aria-components";
import { joinClasses } from "../joinClasses.ts";
import css from "./RadioCards.module.css";
import { isLongLabel, type RadioCard } from "./RadioCards.tsx";

export interface CheckCardsProps<Value extends string> {
	/** The question that the cards answer. */
	label: string;
	values: readonly Value[];
	onChange(values: Value[]): void;
	cards: readonly RadioCard<Value>[];
	hint?: ReactNode;
	/** As many as may be taken: the others cannot be pressed once they are. */
	most?: number;
	isDisabled?: boolean;
	/** The question stands already as a heading on the page: read here, not shown again. */
	isLabelHidden?: boolean;
	className?: string;
}

/** Large choices of which several are taken. Every card is a checkbox: Tab moves, space takes and gives back. */
export function CheckCards<Value extends string>(props: CheckCardsProps<Value>) {
	const { label, values, onChange, cards, hint, most = cards.length, isDisabled, isLabelHidden } = props;
	const isFull = values.length >= most;
	return (
		<CheckboxGroup
			value={[...values]}
			onChange={(taken) => onChange(taken as Value[])}
			isDisabled={isDisabled}
			className={joinClasses(css.group, props.className)}
		>
			<Label className={joinClasses(css.label, isLabelHidden && css.hidden)}>{label}</Label>
			{hint && (
				<Text slot="description" className={css.hint}>
					{hint}
				</Text>
			)}
			<div className={css.cards}>
				{cards.map(({ value, label: title, lang, hint: about }) => (
					<Checkbox
						key={value}
						value={value}
						isDisabled={isFull && !values.includes(value)}
						className={css.card}
					>
						<span className={css.tick} aria-hidden="true">
							<svg viewBox="0 0 12 10" width="14" height="12" aria-hidden="true">
								<path d="M1 5l3.5 3.5L11 1" fill="none" stroke="currentColor" strokeWidth="2.2" />
							</svg>
						</span>
						<span className={css.words}>
							<span className={joinClasses(css.title, isLongLabel(title) && css.isLong)} lang={lang}>
								{title}
							</span>
							{about && <span className={css.hint}>{about}</span>}
						</span>
					</Checkbox>
				))}
			</div>
		</CheckboxGroup>
	);
}
