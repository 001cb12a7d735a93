import type { OptionKey } from "@crossroads/shared";
import css from "./Answers.module.css";

const TICK = "M6 12.6l4 4 8-9";
const PATHS: Record<OptionKey, string> = {
	YES: TICK,
	AGREE: TICK,
	NO: "M7 7l10 10M17 7L7 17",
	DISAGREE: "M7 7l10 10M17 7L7 17",
	ABSTAIN: "M6 12h12",
	BLOCK: "M8 3.5h8l4.5 4.5v8L16 20.5H8L3.5 16V8z M8 12h8",
};

/** A choice as a sign: tick, cross, dash, stop. Decoration: the word stands beside it. */
export function ChoiceMark({ option }: { option: OptionKey }) {
	return (
		<svg viewBox="0 0 24 24" className={css.choiceMark} aria-hidden="true">
			<path d={PATHS[option]} />
		</svg>
	);
}
