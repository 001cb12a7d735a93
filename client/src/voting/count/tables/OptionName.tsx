import type { OptionKey } from "@crossroads/shared";
import { VisuallyHidden } from "../../../ui/index.ts";
import { useOptionLabel } from "../../answers/words/useOptionLabel.ts";
import type { AskedPoll } from "../../views.ts";
import css from "../Count.module.css";

interface Props {
	poll: AskedPoll;
	option: OptionKey;
	/** Only its letter is seen: at the head of a narrow column. Its label is heard all the same. */
	isLetter?: boolean;
}

/** An option in a table: its letter and its label. */
export function OptionName({ poll, option, isLetter }: Props) {
	const label = useOptionLabel(poll)(option);
	if (isLetter)
		return (
			<>
				<span aria-hidden="true">{option}</span>
				<VisuallyHidden>{label}</VisuallyHidden>
			</>
		);
	return (
		<span className={css.optionName}>
			<span className={css.letter} aria-hidden="true">
				{option}{" "}
			</span>
			{label}
		</span>
	);
}
