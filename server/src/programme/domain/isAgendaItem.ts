/** The longest title of an agenda item. */
const LONGEST_TITLE = 300;
/** The longest item: a day. */
const MOST_MINUTES = 1_440;

/** Whether title and minutes can stand on an agenda: a title of 1 to 300 characters, 1 to 1,440 minutes if stated. */
export function isAgendaItem({ title, minutes }: { title: string; minutes: number | null }): boolean {
	const length = title.trim().length;
	if (length < 1 || length > LONGEST_TITLE || /\p{Cc}/u.test(title) || !title.isWellFormed()) return false;
	return minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES);
}
