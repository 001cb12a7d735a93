import type { PollSettings } from "@crossroads/shared";
import type { PollLiveFragment } from "../gql/graphql.ts";

/** A poll as all screens of a session see it: nothing personal, so that all share one live group. */
export type LivePoll = PollLiveFragment;
/** How a poll is answered: what puts its options into words. */
export type AskedPoll = Pick<PollSettings, "method" | "options">;
/** The count of a poll, live or final. */
export type LiveTally = LivePoll["tally"];
