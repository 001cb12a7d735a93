import type { CountResult } from "../methods/CountResult.ts";
import type { OptionKey, PollSettings } from "../pollMethod.ts";

/** How much weight is for, against, and abstained. */
export interface Stand {
	readonly for: number;
	readonly against: number;
	readonly abstained: number;
	/** Of those against, those who block a consent. */
	readonly blocked: number;
}

/**
 * How the voters of a count stand. Yes or no: as they said. Consent: who agrees is for; who disagrees or blocks, against.
 * Choices and approval: for are the ballots that name the winner, against all others that name somebody; nobody is for,
 * where the first place is tied. Other methods have no voices for a winner: there for is 0.
 */
export function standOf(result: CountResult): Stand {
	const { abstained, cast } = result;
	const voices = votesFor(result);
	return { for: voices, against: cast - abstained - voices, abstained, blocked: sumOf(result, "BLOCK") };
}

function votesFor(result: CountResult): number {
	const [winner] = result.winners;
	switch (result.method) {
		case "YES_NO_ABSTAIN":
			return sumOf(result, "YES");
		case "CONSENT":
			return sumOf(result, "AGREE");
		case "SINGLE_CHOICE":
		case "MULTIPLE_CHOICE":
		case "APPROVAL":
			return winner === undefined || result.isTie ? 0 : sumOf(result, winner);
		default:
			return 0;
	}
}

/** Places to fill, and how many of them are. A tie leaves its place open, except where the method's own lot fills it. */
export function placesOf(settings: PollSettings, result: CountResult) {
	const isElection = settings.method === "SINGLE_TRANSFERABLE_VOTE";
	const filled = isElection || !result.isTie ? result.winners.length : 0;
	return { places: isElection ? (settings.seats ?? 1) : 1, placesFilled: filled };
}

function sumOf({ working }: CountResult, key: OptionKey): number {
	if (working.kind !== "SUMS") return 0;
	return working.sums.find(({ option }) => option === key)?.sum ?? 0;
}
