import type { BallotAnswer, PollSettings } from "@crossroads/shared";

/** What every form of an answer gets. It holds nothing by itself: what is entered so far is `value`. */
export interface AnswerFormProps {
	settings: PollSettings;
	/** The question, for those who hear the form; it stands as a heading above. */
	question: string;
	/** The language of question and options. */
	language: string;
	/** What is entered so far, perhaps not yet a whole answer; null: nothing. No marks: abstains. */
	value: BallotAnswer | null;
	onChange(value: BallotAnswer | null): void;
	isDisabled?: boolean;
}
