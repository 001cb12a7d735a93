import { count } from "../methods/index.ts";
import type { PollCase } from "./pollCases.ts";
import type { SecondResult } from "./SecondResult.ts";
import { secondCount } from "./secondCount.ts";

/** What the two counts of a poll say differently, as text; null: nothing. `counted`: a count to be tried instead of ours. */
export function disagreement(poll: PollCase, counted: typeof count = count): string | null {
	const second = secondCount(poll);
	const first = firstResult(poll, second, counted);
	const [ours, theirs] = [JSON.stringify(first), JSON.stringify(second)];
	return ours === theirs ? null : `${JSON.stringify(poll)}: ${ours}, not ${theirs}`;
}

/** Our count, in as much of it as the second has. */
function firstResult({ settings, ballots, lotSeed }: PollCase, second: SecondResult, counted: typeof count) {
	const { cast, abstained, winners, isTie, ranking, working } = counted(settings, ballots, lotSeed);
	const stages = working.kind === "TRANSFER_STAGES" ? working.stages : [];
	const levels = ranking.map((level) => [...level].sort());
	return {
		cast,
		abstained,
		winners,
		...("stages" in second ? { stages: stages.map(({ votes }) => votes.map((of) => of.votes)) } : {}),
		isTie,
		...("ranking" in second ? { ranking: levels } : {}),
	};
}
