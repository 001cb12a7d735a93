/** What the agenda's logic needs to know of a line. */
export interface AgendaLine {
	id: string;
	index: number;
	isCurrent: boolean;
	startedAt: string | null;
	finishedAt: string | null;
}

/** Where a session stands by its agenda. */
export type SessionMoment = "empty" | "before" | "during" | "between" | "after";

/** The line that is being treated. */
export function currentLine<Line extends AgendaLine>(agenda: readonly Line[]): Line | null {
	return agenda.find(({ isCurrent }) => isCurrent) ?? null;
}

/** The line to go to next: the first unfinished one after the current one, else the first unfinished one anywhere. */
export function nextLine<Line extends AgendaLine>(agenda: readonly Line[]): Line | null {
	const current = currentLine(agenda);
	const open = agenda.filter(({ isCurrent, finishedAt }) => !isCurrent && !finishedAt);
	return open.find(({ index }) => !current || index > current.index) ?? open[0] ?? null;
}

/** Before the first line, during one, between two, or after the last. */
export function sessionMoment(agenda: readonly AgendaLine[]): SessionMoment {
	if (agenda.length === 0) return "empty";
	if (currentLine(agenda)) return "during";
	if (agenda.every(({ finishedAt }) => finishedAt)) return "after";
	return agenda.some(({ startedAt }) => startedAt) ? "between" : "before";
}
