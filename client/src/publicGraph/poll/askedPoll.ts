import type { PollPictureFragment } from "../gql/graphql.ts";

export interface ChoiceCount {
	choice: string;
	count: number;
	points: number;
}

/** How a poll is answered: what puts its options into words. */
export type AskedPoll = Pick<PollPictureFragment, "method" | "options">;
