import type { OptionKey } from "@crossroads/shared";
import {
	type CountLine,
	type CountShown,
	type RoundShown,
	type RoundsShown,
	shareOf,
} from "../countShown.ts";

/** How an option's way through the rounds ended. */
interface Ending {
	readonly option: OptionKey;
	/** The last round in which it stood, from 1. */
	readonly round: number;
	readonly votes: number;
	readonly hasLeft: boolean;
	/** All votes that stood for somebody in that round. */
	readonly standing: number;
}

interface Words {
	votes(votes: number): string;
	leftAfter(round: number): string;
}

/** Options in the order in which they stayed, each with its votes in its last round. */
export function roundLines(count: CountShown, { rounds }: RoundsShown, words: Words): CountLine[] {
	const endings = count.ranking
		.flat()
		.map((option) => endingOf(option, rounds))
		.toSorted((one, other) => rank(count, one, other));
	return endings.map((ending) => ({
		option: ending.option,
		place: 1 + endings.filter((other) => rank(count, other, ending) < 0).length,
		isFirst: count.winners.includes(ending.option),
		bar: [{ share: shareOf(ending.votes, ending.standing) }],
		figure: words.votes(ending.votes),
		note: ending.hasLeft ? words.leftAfter(ending.round) : undefined,
	}));
}

function endingOf(option: OptionKey, rounds: readonly RoundShown[]): Ending {
	const left = rounds.findIndex(({ eliminated }) => eliminated.includes(option));
	const place = left < 0 ? rounds.length - 1 : left;
	const votes = rounds[place]?.votes ?? [];
	return {
		option,
		round: place + 1,
		votes: votes.find((vote) => vote.option === option)?.votes ?? 0,
		hasLeft: left >= 0,
		standing: votes.reduce((sum, vote) => sum + vote.votes, 0),
	};
}

function rank({ winners }: CountShown, one: Ending, other: Ending): number {
	const ofWin = Number(winners.includes(other.option)) - Number(winners.includes(one.option));
	const ofLeaving = Number(one.hasLeft) - Number(other.hasLeft) || other.round - one.round;
	const bothWon = winners.includes(one.option) && winners.includes(other.option);
	return bothWon ? 0 : ofWin || ofLeaving || other.votes - one.votes;
}
