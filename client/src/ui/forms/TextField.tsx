import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode, Ref } from "react";
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from "react-aria-components";
import { joinClasses } from "../joinClasses.ts";
import { VisuallyHidden } from "../layout/VisuallyHidden.tsx";
import css from "./Field.module.css";

export interface TextFieldProps {
	label: string;
	value: string;
	onChange(value: string): void;
	name?: string;
	hint?: ReactNode;
	/** What is wrong, in the reader's language; shown and announced with the field. */
	error?: string | null;
	type?: HTMLInputTypeAttribute;
	autoComplete?: HTMLInputAutoCompleteAttribute;
	inputMode?: "text" | "numeric" | "email" | "search";
	maxLength?: number;
	pattern?: string;
	placeholder?: string;
	isRequired?: boolean;
	isDisabled?: boolean;
	autoFocus?: boolean;
	/** More than one line: the field becomes a text area of so many rows. */
	rows?: number;
	/** The label is read but not shown: a line of a list that has its number beside it. */
	isLabelHidden?: boolean;
	/** Enter in a field of one line; nothing is submitted then. */
	onEnter?(): void;
	className?: string;
	inputRef?: Ref<HTMLInputElement>;
}

/** One line (or, with `rows`, several) of text with its label, hint and error tied together. */
export function TextField(props: TextFieldProps) {
	const { label, hint, error, rows, className, inputRef, placeholder, isLabelHidden, onEnter, ...rest } =
		props;
	const isInvalid = error != null && error !== "";
	return (
		<AriaTextField
			{...rest}
			isInvalid={isInvalid}
			validationBehavior="aria"
			className={joinClasses(css.field, className)}
			onKeyDown={
				onEnter &&
				((event) => {
					if (event.key !== "Enter" || event.nativeEvent.isComposing) return event.continuePropagation();
					event.preventDefault();
					onEnter();
				})
			}
		>
			<Label className={css.label}>{isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}</Label>
			{hint && (
				<Text slot="description" className={css.hint}>
					{hint}
				</Text>
			)}
			{rows ? (
				<TextArea rows={rows} placeholder={placeholder} className={css.input} />
			) : (
				<Input ref={inputRef} placeholder={placeholder} className={css.input} />
			)}
			<FieldError className={css.error}>{error}</FieldError>
		</AriaTextField>
	);
}
