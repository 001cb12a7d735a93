export { BallotPanel } from "./ballot/BallotPanel.tsx";
export { MetMark, RuleResults } from "./rule/RuleResults.tsx";
export { ballotChangeInWords, ruleInWords } from "./rule/ruleInWords.ts";
export { ChoiceRows } from "./tally/ChoiceRows.tsx";
export { ResultView } from "./tally/ResultView.tsx";
export { TallyByCity } from "./tally/TallyByCity.tsx";
export { TallyTotal } from "./tally/TallyTotal.tsx";
export { useOwnBallot, usePoll } from "./usePoll.ts";
export type { LivePoll, LiveTally } from "./views.ts";
