/** What the line through time needs to know of an activity. */
export interface Dated {
	startsOn: string | null;
	endsOn: string | null;
}

/** An activity is past, running, still to come, or nobody has said when. */
export type TimePlace = "past" | "now" | "ahead" | "unknown";

/** Where an activity stands, seen from a day (`2026-11-23`). */
export function timePlace({ startsOn, endsOn }: Dated, today: string): TimePlace {
	if (!startsOn) return "unknown";
	if (startsOn > today) return "ahead";
	return (endsOn ?? startsOn) < today ? "past" : "now";
}

/** The index of the activity to look at first: the one running, else the next to come, else the last that was; -1 if no date is known. */
export function indexInFocus(activities: readonly Dated[], today: string): number {
	const places = activities.map((activity) => timePlace(activity, today));
	const candidates = [places.indexOf("now"), places.indexOf("ahead"), places.lastIndexOf("past")];
	return candidates.find((index) => index >= 0) ?? -1;
}

/** Today as a day in the reader's own time zone. */
export function today(now = new Date()): string {
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
		.map((part) => String(part).padStart(2, "0"))
		.join("-");
}
