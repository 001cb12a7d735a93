interface DatedSession {
	id: string;
	startsAt: string | null;
	endsAt: string | null;
	event: { id: string };
}

/** The session of an event that somebody who joins now wants: the one that is on, else the next, else the latest; null if the event has none. */
export function sessionToEnter<S extends DatedSession>(
	sessions: readonly S[],
	eventId: string,
	now: Date,
): S | null {
	const inOrder = sessions
		.filter(({ event }) => event.id === eventId)
		.sort((one, other) => Number(startOf(one) > startOf(other)) - Number(startOf(one) < startOf(other)));
	const isOn = (session: S) => startOf(session) <= now.getTime() && now.getTime() <= endOf(session);
	const isAhead = (session: S) => startOf(session) > now.getTime();
	return inOrder.find(isOn) ?? inOrder.find(isAhead) ?? inOrder.at(-1) ?? null;
}

const startOf = ({ startsAt }: DatedSession) => (startsAt ? Date.parse(startsAt) : Number.POSITIVE_INFINITY);
const endOf = ({ endsAt }: DatedSession) => (endsAt ? Date.parse(endsAt) : Number.POSITIVE_INFINITY);
