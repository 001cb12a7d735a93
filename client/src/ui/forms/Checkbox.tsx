import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import css from "./Field.module.css";

export interface CheckboxProps {
	children: ReactNode;
	isSelected: boolean;
	onChange(isSelected: boolean): void;
	isDisabled?: boolean;
	name?: string;
}

/** Yes or no to one sentence; the whole sentence can be pressed. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
	return (
		<AriaCheckbox {...rest} className={css.checkbox}>
			{({ isSelected }) => (
				<>
					<span className={css.box} aria-hidden="true">
						{isSelected && (
							<svg viewBox="0 0 12 10" width="14" height="12" aria-hidden="true">
								<path d="M1 5l3.5 3.5L11 1" fill="none" stroke="currentColor" strokeWidth="2.2" />
							</svg>
						)}
					</span>
					<span>{children}</span>
				</>
			)}
		</AriaCheckbox>
	);
}
