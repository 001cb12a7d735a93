import { LONGEST_OPTION_LABEL } from "@crossroads/shared";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, joinClasses, VisuallyHidden } from "../../ui/index.ts";
import { type DraftOption, labelled, mayAddTo, moved, withLine, withoutLine } from "./draftOptions.ts";
import { OptionLine } from "./OptionLine.tsx";
import css from "./Prepare.module.css";

interface Props {
	options: readonly DraftOption[];
	onChange(options: readonly DraftOption[]): void;
	error: string | null;
}

/** Where the focus goes after a line was added, moved or removed. */
interface Target {
	id: number;
	part: "label" | "up" | "down";
}

/** The options one below the other: written, moved by arrows, removed; Enter begins the next line. Each move is said politely. */
export function OptionsEditor({ options, onChange, error }: Props) {
	const { t } = useTranslation("voting");
	const [said, setSaid] = useState("");
	const errorId = useId();
	const { list, focusOn } = useFocusAfter();
	const nameOf = ({ label }: DraftOption, place: number) =>
		label.trim() || t("prepare.optionNumber", { number: place + 1 });
	const add = (after?: number) => {
		const longer = withLine(options, after);
		const line = longer.find(({ id }) => options.every((option) => option.id !== id));
		if (!line) return;
		onChange(longer);
		focusOn({ id: line.id, part: "label" });
	};
	const move = (option: DraftOption, place: number, by: -1 | 1) => {
		const next = moved(options, option.id, by);
		const isMoved = next !== options;
		const words = {
			option: nameOf(option, place),
			place: place + 1 + (isMoved ? by : 0),
			of: options.length,
		};
		setSaid(t(isMoved ? "prepare.nowPlace" : "prepare.stillPlace", words));
		onChange(next);
		focusOn({ id: option.id, part: by < 0 ? "up" : "down" });
	};
	const remove = (option: DraftOption, place: number) => {
		setSaid(t("prepare.removed", { option: nameOf(option, place) }));
		onChange(withoutLine(options, option.id));
		const next = options[place + 1] ?? options[place - 1];
		if (next) focusOn({ id: next.id, part: "label" });
	};
	return (
		<fieldset className={css.options} aria-describedby={error ? errorId : undefined}>
			<legend className={css.legend}>{t("prepare.options")}</legend>
			<ol ref={list} className={css.lines}>
				{options.map((option, place) => (
					<OptionLine
						key={option.id}
						id={option.id}
						number={place + 1}
						label={option.label}
						name={nameOf(option, place)}
						maxLength={LONGEST_OPTION_LABEL}
						onWrite={(label) => onChange(labelled(options, option.id, label))}
						onEnter={() => add(place)}
						onUp={() => move(option, place, -1)}
						onDown={() => move(option, place, 1)}
						onRemove={() => remove(option, place)}
					/>
				))}
			</ol>
			<p id={errorId} role="alert" className={joinClasses(error !== null && css.error)}>
				{error}
			</p>
			<Button onPress={() => add()} isDisabled={!mayAddTo(options)}>
				{t("prepare.addOption")}
			</Button>
			<VisuallyHidden>
				<span role="status">{said}</span>
			</VisuallyHidden>
		</fieldset>
	);
}

/** A moved line loses the focus on its way, and a removed one takes it along: afterwards it is set where work goes on. */
function useFocusAfter() {
	const list = useRef<HTMLOListElement>(null);
	const target = useRef<Target | null>(null);
	useEffect(() => {
		if (!target.current) return;
		const { id, part } = target.current;
		target.current = null;
		const inLine = part === "label" ? "input" : `[data-part="${part}"]`;
		list.current?.querySelector<HTMLElement>(`[data-line="${id}"] ${inLine}`)?.focus();
	});
	const focusOn = (next: Target) => {
		target.current = next;
	};
	return { list, focusOn };
}
