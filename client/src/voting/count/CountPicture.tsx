import { joinClasses } from "../../ui/index.ts";
import type { AskedPoll } from "../views.ts";
import { BlockReasons } from "./BlockReasons.tsx";
import css from "./Count.module.css";
import { CountFacts } from "./CountFacts.tsx";
import { CountLines } from "./CountLines.tsx";
import type { CountShown } from "./countShown.ts";
import { GradeKey } from "./GradeKey.tsx";
import { useCountLines } from "./useCountLines.ts";

export interface CountPictureProps {
	poll: AskedPoll;
	count: CountShown;
	/** Only the essence: as many lines and reasons as are read from the last row. */
	isBrief?: boolean;
	/** Everything is sized in em: the projector passes a class with its own font size. */
	className?: string;
}

const MOST_LINES_ON_THE_WALL = 7;
const MOST_REASONS_ON_THE_WALL = 2;

/** What the ballots came to, for every method: the options best first, and in a line what cannot be seen from them. */
export function CountPicture({ poll, count, isBrief, className }: CountPictureProps) {
	const lines = useCountLines(poll, count);
	const { working } = count;
	const isOfGrades = working.__typename === "Medians";
	return (
		<div className={joinClasses(css.picture, className)}>
			<CountLines
				poll={poll}
				lines={lines}
				most={isBrief ? Math.max(MOST_LINES_ON_THE_WALL, count.winners.length + 1) : undefined}
				isBrief={isBrief}
				hasMiddle={isOfGrades}
			/>
			{isOfGrades && <GradeKey />}
			<CountFacts poll={poll} count={count} />
			{working.__typename === "Sums" && working.reasons.length > 0 && (
				<BlockReasons reasons={working.reasons} most={isBrief ? MOST_REASONS_ON_THE_WALL : undefined} />
			)}
		</div>
	);
}
