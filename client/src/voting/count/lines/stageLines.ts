import type { OptionKey } from "@crossroads/shared";
import { type CountLine, type CountShown, type StagesShown, shareOf } from "../countShown.ts";

/** Votes are held in hundred-thousandths. */
export const ONE_VOTE = 100_000;

/** What became of an option, for the reader's language to word. */
export type Fate = { kind: "elected" | "excluded"; stage: number } | { kind: "standing" };

interface Words {
	votes(votes: number): string;
	fate(fate: Fate): string;
}

interface Ending {
	readonly option: OptionKey;
	readonly fate: Fate;
	/** When it left the count, or at the end. */
	readonly votes: number;
}

/** The elected in their order, then the others, the last to be excluded first. Bars are votes against the quota. */
export function stageLines(count: CountShown, working: StagesShown, words: Words): CountLine[] {
	const endings = count.ranking.flat().map((option) => endingOf(option, working));
	const sorted = endings.toSorted((one, other) => rank(count, one, other));
	const whole = Math.max(working.quota * ONE_VOTE, ...endings.map(({ votes }) => votes));
	return sorted.map((ending, place) => ({
		option: ending.option,
		place: ending.fate.kind === "elected" ? place + 1 : null,
		isFirst: ending.fate.kind === "elected",
		bar: [{ share: shareOf(ending.votes, whole) }],
		figure: words.votes(ending.votes / ONE_VOTE),
		note: words.fate(ending.fate),
	}));
}

function endingOf(option: OptionKey, { stages }: StagesShown): Ending {
	const elected = stages.findIndex((stage) => stage.elected.includes(option));
	const excluded = stages.findIndex(({ kind, from }) => kind === "EXCLUSION" && from === option);
	if (elected >= 0)
		return { option, fate: { kind: "elected", stage: elected + 1 }, votes: votesAt(stages[elected], option) };
	if (excluded >= 0)
		return {
			option,
			fate: { kind: "excluded", stage: excluded + 1 },
			votes: votesAt(stages[excluded - 1], option),
		};
	return { option, fate: { kind: "standing" }, votes: votesAt(stages.at(-1), option) };
}

function votesAt(stage: StagesShown["stages"][number] | undefined, option: OptionKey): number {
	return stage?.votes.find((vote) => vote.option === option)?.votes ?? 0;
}

function rank({ winners }: CountShown, one: Ending, other: Ending): number {
	const [first, second] = [winners.indexOf(one.option), winners.indexOf(other.option)];
	if (first >= 0 || second >= 0)
		return (first < 0 ? winners.length : first) - (second < 0 ? winners.length : second);
	const leftAt = ({ fate }: Ending) => (fate.kind === "excluded" ? fate.stage : Number.POSITIVE_INFINITY);
	const [oneLeft, otherLeft] = [leftAt(one), leftAt(other)];
	return oneLeft === otherLeft ? other.votes - one.votes : otherLeft - oneLeft;
}
