import { type ReactNode, useId } from "react";
import { joinClasses } from "../joinClasses.ts";
import { VisuallyHidden } from "../layout/VisuallyHidden.tsx";
import css from "./Field.module.css";

export interface SelectOption<Value extends string> {
	value: Value;
	label: string;
	lang?: string;
}

export interface SelectProps<Value extends string> {
	label: string;
	value: Value;
	onChange(value: Value): void;
	options: readonly SelectOption<Value>[];
	hint?: ReactNode;
	/** The label is read but not shown, and the frame is left out: for a switch in the header. */
	isCompact?: boolean;
	isDisabled?: boolean;
	className?: string;
}

/** One of several values, by the browser's own list: the surest on a cheap phone and for every screen reader. */
export function Select<Value extends string>(props: SelectProps<Value>) {
	const id = useId();
	const { label, value, onChange, options, hint, isCompact, isDisabled, className } = props;
	return (
		<div className={joinClasses(css.field, className)}>
			<label htmlFor={id} className={css.label}>
				{isCompact ? <VisuallyHidden>{label}</VisuallyHidden> : label}
			</label>
			{hint && (
				<span id={`${id}-hint`} className={css.hint}>
					{hint}
				</span>
			)}
			<select
				id={id}
				value={value}
				disabled={isDisabled}
				aria-describedby={hint ? `${id}-hint` : undefined}
				className={joinClasses(css.input, css.select, isCompact && css.compact)}
				onChange={(change) => onChange(change.target.value as Value)}
			>
				{options.map((option) => (
					<option key={option.value} value={option.value} lang={option.lang}>
						{option.label}
					</option>
				))}
			</select>
		</div>
	);
}
