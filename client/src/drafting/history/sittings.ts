import type { DraftAuthorShownFragment, DraftHistoryQuery } from "../../gql/graphql.ts";

type Moment = NonNullable<DraftHistoryQuery["draftHistory"]>["moments"][number];

/** Moments close together in which the same persons wrote. */
export interface Sitting {
	/** Of the text as they left it. */
	readonly cursor: string;
	readonly startedAt: string;
	readonly at: string;
	/** Who wrote most in the last of the moments comes first. */
	readonly writers: readonly DraftAuthorShownFragment[];
}

/** The sittings of a day; the day as the reader's calendar has it. */
export interface DayOfHistory {
	/** As 2026-11-23. */
	readonly day: string;
	readonly sittings: readonly Sitting[];
}

/** After a pause of so long it is another sitting, in milliseconds. */
const pause = 15 * 60_000;

/** The moments, given the newest first, by day and within it by the persons who wrote together. */
export function historyByDay(moments: readonly Moment[]): DayOfHistory[] {
	const days: { day: string; sittings: Sitting[] }[] = [];
	for (const moment of moments) {
		const day = dayOf(moment.at);
		if (days.at(-1)?.day !== day) days.push({ day, sittings: [] });
		const { sittings } = days.at(-1) as { sittings: Sitting[] };
		const newer = sittings.at(-1);
		if (newer && isOneSitting(newer, moment))
			sittings[sittings.length - 1] = { ...newer, startedAt: moment.startedAt };
		else sittings.push(moment);
	}
	return days;
}

function isOneSitting(newer: Sitting, older: Moment): boolean {
	const isClose = Date.parse(newer.startedAt) - Date.parse(older.at) < pause;
	return isClose && personsOf(newer) === personsOf(older);
}

const personsOf = ({ writers }: Pick<Sitting, "writers">) =>
	writers
		.map(({ personId }) => personId ?? "")
		.sort()
		.join();

function dayOf(instant: string): string {
	const at = new Date(instant);
	const two = (part: number) => String(part).padStart(2, "0");
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
