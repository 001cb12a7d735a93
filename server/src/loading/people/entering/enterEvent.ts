import type { RecordReport, Transaction } from "../../../database/index.ts";
import { fault } from "../../file/entries.ts";
import type { PeopleFile } from "../peopleFile.ts";
import type { EnteringRooms } from "./EnteringRooms.ts";
import { FaultyFile, refuseFaults } from "./FaultyFile.ts";
import type { Places } from "./findPlaces.ts";

/** What was entered of an event. */
export interface EnteredEvent {
	readonly reports: readonly RecordReport[];
	/** By title. */
	readonly sessionIds: ReadonlyMap<string, string>;
}

/** Enters the file's event with its list of delegates and its sessions; nothing where the file names none. */
export async function enterEvent(
	tx: Transaction,
	programme: EnteringRooms["programme"],
	file: PeopleFile,
	{ eventId, recommendationIds }: Places,
	membershipIds: ReadonlyMap<string, string>,
): Promise<EnteredEvent> {
	const { event } = file;
	if (!event || eventId === null) return { reports: [], sessionIds: new Map() };
	const name = `of activity ${event.activityOrder}`;
	const described = await programme.describeEvent(tx, eventId, { ...event, name });
	if (!described) throw new FaultyFile([fault(["event", "joinCode"], "is that of another event")]);
	const delegates = await enterDelegates(tx, programme, file, eventId, membershipIds);
	const sessions = await programme.recordSessions(
		tx,
		eventId,
		file.sessions.map(({ kind, title, startsAt, endsAt, agenda }) => ({
			kind,
			title,
			startsAt,
			endsAt,
			agenda: agenda.map(({ kind, title, minutes, recommendation }) => {
				const recommendationId =
					recommendation === null ? null : (recommendationIds.get(recommendation) ?? null);
				return { kind, title, minutes, recommendationId };
			}),
		})),
	);
	return { reports: [described, delegates, ...sessions.reports], sessionIds: sessions.sessionIds };
}

async function enterDelegates(
	tx: Transaction,
	programme: EnteringRooms["programme"],
	{ panels, delegations }: PeopleFile,
	eventId: string,
	membershipIds: ReadonlyMap<string, string>,
): Promise<RecordReport> {
	const names = new Map(panels.flatMap(({ members }) => members.map(({ key, name }) => [key, name])));
	const delegates = delegations.flatMap(({ partner, delegates }, delegation) =>
		delegates.map(({ member, badgeCode }, place) => ({
			path: ["delegations", delegation, "delegates", place, "member"],
			name: `${names.get(member)} (${partner})`,
			membershipId: membershipIds.get(member) as string,
			badgeCode,
		})),
	);
	const { report, twice } = await programme.recordDelegates(tx, eventId, delegates);
	refuseFaults(
		delegates
			.filter(({ membershipId }) => twice.includes(membershipId))
			.map(({ path, name }) => fault(path, `${name} would be on the event's list twice`)),
	);
	return report;
}
