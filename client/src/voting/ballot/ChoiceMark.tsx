import type { BallotChoice, OptionKey } from "@crossroads/shared";
import css from "./Ballot.module.css";

const PATHS: Record<BallotChoice, string> = {
	YES: "M6 12.6l4 4 8-9",
	NO: "M7 7l10 10M17 7L7 17",
	ABSTAIN: "M6 12h12",
};

/** A choice as a sign: tick, cross, dash; other options have their letter. Decoration: the word stands beside it. */
export function ChoiceMark({ choice }: { choice: OptionKey }) {
	if (!isOwn(choice))
		return (
			<span className={css.letterMark} aria-hidden="true">
				{choice}
			</span>
		);
	return (
		<svg viewBox="0 0 24 24" className={css.choiceMark} aria-hidden="true">
			<path d={PATHS[choice]} />
		</svg>
	);
}

function isOwn(choice: OptionKey): choice is BallotChoice {
	return Object.hasOwn(PATHS, choice);
}
