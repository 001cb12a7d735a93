import {
	type DecisionRule,
	type PollSettings,
	plaintextBytes,
	type StakeholderGroup,
	sealedBytes,
	textBytesOf,
} from "@crossroads/shared";
import type { PollBox } from "./pollBox.ts";

/** One part of a secret poll's box: the voters of a partner, of a group, of both, or all. */
export interface BoxClass {
	/** The part's name, such as "all", "<partner>", "CITIZENS" or "<partner> CITIZENS". */
	readonly part: string;
	/** Null: of every partner. */
	readonly partnerId: string | null;
	/** Null: of every group. */
	readonly group: StakeholderGroup | null;
}

/** [V41] The part that an elector's ballot goes into: apart only for what the rule asks about, else all together. */
function boxClassOf(
	rule: DecisionRule,
	elector: { readonly partnerId: string; readonly group: StakeholderGroup },
): BoxClass {
	const partnerId = rule.needsMajorityOfCities ? elector.partnerId : null;
	const group = rule.needsMajorityOfEveryGroup ? elector.group : null;
	const names = [partnerId, group].filter((name) => name !== null);
	return { part: names.join(" ") || "all", partnerId, group };
}

/** The parts of a poll with these electors, each once, by name. */
export function boxClassesOf(
	rule: DecisionRule,
	electors: readonly { readonly partnerId: string; readonly group: StakeholderGroup }[],
): BoxClass[] {
	const classes = new Map(electors.map((elector) => boxClassOf(rule, elector)).map((one) => [one.part, one]));
	return [...classes.values()].sort((one, other) => (one.part < other.part ? -1 : 1));
}

/** [S1] The length of the poll's sealed ballots. */
export function ballotBytesOf(settings: PollSettings): number {
	return sealedBytes({ textBytes: textBytesOf(settings) });
}

/** Characters of a request that hold opened ballots; the rest of its 400 kB (http/limits.ts) is for faults and names. */
const MOST_HANDED_IN = 350_000;

/**
 * Why a secret poll of these electors cannot be opened; null: it can. Weights would tell whose ballot it is, so all
 * weigh 1. Ballots of too
 * many voters would not fit into the one request in which trustees hand them in, opened.
 */
export function refusalOfElectors(
	settings: PollSettings,
	{ holder }: Pick<PollBox, "holder">,
	electors: readonly { readonly weight: number }[],
): "weights-not-equal" | "electorate-too-large-for-box" | null {
	if (electors.some(({ weight }) => weight !== 1)) return "weights-not-equal";
	const bytes = plaintextBytes({ textBytes: textBytesOf(settings) });
	const isTooMuch = electors.length * Math.ceil((bytes * 4) / 3) > MOST_HANDED_IN;
	return holder === "TRUSTEES" && isTooMuch ? "electorate-too-large-for-box" : null;
}
