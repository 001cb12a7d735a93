import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/index.ts";
import css from "./Prepare.module.css";

interface Props {
	id: number;
	number: number;
	label: string;
	/** What the line is called: its label, or its number while it is empty. */
	name: string;
	maxLength: number;
	onWrite(label: string): void;
	/** Enter in the line. */
	onEnter(): void;
	onUp(): void;
	onDown(): void;
	onRemove(): void;
}

/** An option's line: its number, its label, and three buttons, which can be pressed always, so that none loses the focus under way. */
export function OptionLine(props: Props) {
	const { id, number, label, name, maxLength, onWrite, onEnter, onUp, onDown, onRemove } = props;
	const { t } = useTranslation("voting");
	return (
		<li className={css.line} data-line={id}>
			<span className={css.number} aria-hidden="true">
				{number}
			</span>
			<TextField
				label={t("prepare.optionNumber", { number })}
				isLabelHidden
				value={label}
				onChange={onWrite}
				onEnter={onEnter}
				maxLength={maxLength}
				className={css.label}
			/>
			<span className={css.lineActions}>
				<LineButton part="up" path="M5 15l7-7 7 7" label={t("prepare.up", { option: name })} onPress={onUp} />
				<LineButton
					part="down"
					path="M5 9l7 7 7-7"
					label={t("prepare.down", { option: name })}
					onPress={onDown}
				/>
				<LineButton
					part="remove"
					path="M7 7l10 10M17 7L7 17"
					label={t("prepare.remove", { option: name })}
					onPress={onRemove}
				/>
			</span>
		</li>
	);
}

interface ButtonProps {
	part: "up" | "down" | "remove";
	path: string;
	label: string;
	onPress(): void;
}

function LineButton({ part, path, label, onPress }: ButtonProps) {
	return (
		<AriaButton data-part={part} className={css.lineButton} aria-label={label} onPress={onPress}>
			<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
				<path d={path} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
			</svg>
		</AriaButton>
	);
}
