import { createHash, randomInt } from "node:crypto";
import { JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH, type RefusalCode } from "@crossroads/shared";
import type { Database, Sql, Transaction } from "../database/index.ts";
import type { Errands, Mailer, Viewer } from "../people/index.ts";
import { addAgendaItem } from "./actions/agenda/addAgendaItem.ts";
import { goToAgendaItem } from "./actions/agenda/goToAgendaItem.ts";
import { moveAgendaItem } from "./actions/agenda/moveAgendaItem.ts";
import { removeAgendaItem } from "./actions/agenda/removeAgendaItem.ts";
import type { SessionWorld } from "./actions/changeSession.ts";
import { askForTheFloor } from "./actions/floor/askForTheFloor.ts";
import { callSpeaker } from "./actions/floor/callSpeaker.ts";
import { endSpeaker } from "./actions/floor/endSpeaker.ts";
import { withdrawFloorRequest } from "./actions/floor/withdrawFloorRequest.ts";
import { type BadgeWorld, badgeOf, badgesOf, resetJoinAttempts } from "./actions/join/badges.ts";
import { type ConfirmedDelegate, confirmJoin } from "./actions/join/confirmJoin.ts";
import { eventOfCode, type JoinWorld } from "./actions/join/JoinWorld.ts";
import { sendJoinConfirmation } from "./actions/join/sendJoinConfirmation.ts";
import { checkIn } from "./actions/presence/checkIn.ts";
import { checkOut } from "./actions/presence/checkOut.ts";
import { type JoinBudgets, joinBudgets } from "./domain/joinBudget.ts";
import type { DelegateFacts, EventRow, NewAgendaItem, ProgrammeFacts, ProgrammeShelf } from "./ports.ts";
import { PgJoinDesk } from "./store/PgJoinDesk.ts";
import { PgProgrammeShelf } from "./store/PgProgrammeShelf.ts";
import { lockSession, PgSessionDesk, raiseVersion } from "./store/PgSessionDesk.ts";
import { describeEvent, eventInRecord, recordDelegates } from "./store/recordEvent.ts";
import { recordProgramme } from "./store/recordProgramme.ts";
import { recordSessions } from "./store/recordSessions.ts";
import {
	entitledCounts,
	entitledDelegates,
	placeOnAgenda,
	presentDelegates,
	touchSessionsNaming,
} from "./store/sessionInTransaction.ts";

export type { ConfirmedDelegate } from "./actions/join/confirmJoin.ts";
export { countPresence, type PresenceCounts } from "./domain/presenceCounts.ts";
export type {
	ActivityFacts,
	ActivityKind,
	ActivityRow,
	AgendaItemKind,
	AgendaItemRow,
	DelegateRow,
	EventRow,
	FloorRequestRow,
	NewAgendaItem,
	PresenceRow,
	ProgrammeFacts,
	ProgrammeShelf,
	SessionKind,
	SessionRow,
	ThemeRow,
} from "./ports.ts";
export { programmeEntities } from "./store/entities.ts";
export type { RecordedProgramme } from "./store/recordProgramme.ts";
export type { PresentDelegate } from "./store/sessionInTransaction.ts";

/** What the room needs of the house. */
export interface ProgrammeDeps {
	readonly database: Database;
	readonly clock: () => Date;
	/** Tells everybody who looks at a topic; the room calls it after the commit only. */
	readonly announce: (topic: string) => void;
	readonly mailer: Mailer;
	/** Mails leave after the answer. */
	readonly people: { readonly errands: Pick<Errands, "run"> };
	/** Only tests change them. */
	readonly budgets?: JoinBudgets;
}

/** The room's actions and reads, bound to the house. */
export type ProgrammeRoom = ReturnType<typeof createProgrammeRoom>;

/** Themes, activities, events, sessions with agenda, presence and floor, and joining by code. */
export function createProgrammeRoom(deps: ProgrammeDeps) {
	const shelf: ProgrammeShelf = new PgProgrammeShelf(deps.database);
	const session: SessionWorld = { ...deps, desk: new PgSessionDesk(deps.database) };
	const joining: JoinWorld & BadgeWorld = {
		...deps,
		shelf,
		errands: deps.people.errands,
		joins: new PgJoinDesk(deps.database),
		budgets: deps.budgets ?? joinBudgets,
		fourDigits,
		hash: (text) => createHash("sha256").update(text).digest(),
	};
	return {
		/** Reads; batched, nothing kept. */
		shelf,
		...sessionActions(session, shelf),
		...programmeInTransaction(),
		/** The event of a join code as somebody typed it, or why it is not shown. */
		eventOfCode: (code: string) => eventOfCode(joining, code),
		sendJoinConfirmation: (code: string, delegateId: string) =>
			sendJoinConfirmation(joining, code, delegateId),
		/** An event's badges, the badge of one delegate: null for those who do not hand them out. */
		badgesOf: (viewer: Viewer, event: Pick<EventRow, "id" | "networkId">) => badgesOf(joining, viewer, event),
		badgeOf: (viewer: Viewer, delegateId: string) => badgeOf(joining, viewer, delegateId),
		/** Lets a locked-out delegate try again at once; gives a refusal or null. */
		resetJoinAttempts: (viewer: Viewer, delegateId: string) => resetJoinAttempts(joining, viewer, delegateId),
		/** Makes sure of a delegate by code and four digits; signing in is up to people. */
		confirmJoin: (
			code: string,
			delegateId: string,
			fourDigits: string,
		): Promise<ConfirmedDelegate | RefusalCode> => confirmJoin(joining, code, delegateId, fourDigits),
	};
}

/** Every one checks the viewer's roles, and gives a refusal or null: done and committed. */
function sessionActions(world: SessionWorld, shelf: ProgrammeShelf) {
	return {
		goToAgendaItem: (viewer: Viewer, sessionId: string, itemId: string | null) =>
			goToAgendaItem(world, viewer, sessionId, itemId),
		addAgendaItem: (viewer: Viewer, sessionId: string, item: NewAgendaItem, atIndex: number | null) =>
			addAgendaItem(world, viewer, sessionId, item, atIndex),
		moveAgendaItem: async (viewer: Viewer, itemId: string, toIndex: number) =>
			moveAgendaItem(world, viewer, (await shelf.agendaItem(itemId))?.sessionId ?? "", itemId, toIndex),
		removeAgendaItem: async (viewer: Viewer, itemId: string) =>
			removeAgendaItem(world, viewer, (await shelf.agendaItem(itemId))?.sessionId ?? "", itemId),
		checkIn: (viewer: Viewer, sessionId: string) => checkIn(world, viewer, sessionId),
		checkOut: (viewer: Viewer, sessionId: string) => checkOut(world, viewer, sessionId),
		askForTheFloor: (viewer: Viewer, sessionId: string) => askForTheFloor(world, viewer, sessionId),
		withdrawFloorRequest: (viewer: Viewer, sessionId: string) =>
			withdrawFloorRequest(world, viewer, sessionId),
		callSpeaker: async (viewer: Viewer, requestId: string) =>
			callSpeaker(world, viewer, (await shelf.floorRequest(requestId))?.sessionId ?? "", requestId),
		endSpeaker: async (viewer: Viewer, requestId: string) =>
			endSpeaker(world, viewer, (await shelf.floorRequest(requestId))?.sessionId ?? "", requestId),
	};
}

/** What others do in transactions of their own. None of it checks a role, none of it announces. */
export function programmeInTransaction() {
	return {
		/** Takes the session's lock: presence and agenda stand still until the commit. */
		lockSession: async (tx: Transaction, sessionId: string): Promise<void> =>
			void (await lockSession(tx, sessionId)),
		/** Takes the session's lock and raises its version. */
		touchSession: (tx: Transaction, sessionId: string) => raiseVersion(tx, sessionId),
		presentDelegates: (sql: Sql, sessionId: string) => presentDelegates(sql, sessionId),
		entitledCounts: (sql: Sql, sessionId: string) => entitledCounts(sql, sessionId),
		entitledDelegates: (sql: Sql, sessionId: string) => entitledDelegates(sql, sessionId),
		placeOnAgenda,
		touchSessionsNaming,
		/** Brings a programme in line with a file; a new event gets a join code. */
		recordProgramme: (tx: Transaction, facts: ProgrammeFacts) => recordProgramme(tx, facts, newJoinCode),
		/** For files of people; see `store/recordEvent.ts` and `store/recordSessions.ts`. */
		eventInRecord,
		describeEvent,
		recordDelegates: (tx: Transaction, eventId: string, facts: readonly DelegateFacts[]) =>
			recordDelegates(tx, eventId, facts, fourDigits),
		recordSessions,
	};
}

function fourDigits(): string {
	return String(randomInt(10_000)).padStart(4, "0");
}

function newJoinCode(): string {
	const letter = () => JOIN_CODE_ALPHABET[randomInt(JOIN_CODE_ALPHABET.length)];
	return Array.from({ length: JOIN_CODE_LENGTH }, letter).join("");
}
