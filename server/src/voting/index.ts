export type { CreatePollWish } from "./actions/createPoll.ts";
export type { PollAnswer } from "./actions/PollAnswer.ts";
export { createVotingRoom, type VotingRoom } from "./createVotingRoom.ts";
export { currentPollOf } from "./domain/currentPoll.ts";
export type { Ballot } from "./domain/Poll.ts";
export { mayReadBallots, mayReadCounts, mayReadResult } from "./domain/pollVisibility.ts";
export { type Count, type Tally, type TallyCells, talliedOptions, tallyOf } from "./domain/tally.ts";
export type { CountedPoll, PlacedPoll, PollTally } from "./ports.ts";
export { votingEntities } from "./store/entities.ts";
