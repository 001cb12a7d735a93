import type { StakeholderGroup } from "@crossroads/shared";
import type { GroupPresence } from "./domain/presenceCounts.ts";

/** The kinds of a programme's steps. */
export type ActivityKind = "PREPARATION" | "LOCAL" | "TRANSNATIONAL";
/** The kinds of an event's parts. */
export type SessionKind = "PLENARY" | "WORKSHOP" | "FIELD_VISIT";
/** The kinds of an agenda's items. */
export type AgendaItemKind = "INFORMATION" | "DISCUSSION" | "DECISION" | "BREAK";

/** One of the network's questions. */
export interface ThemeRow {
	readonly id: string;
	readonly networkId: string;
	readonly code: string;
	readonly order: number;
	readonly title: string;
}

/** A step of the programme. Dates as "YYYY-MM-DD"; null: nobody has stated it. */
export interface ActivityRow {
	readonly id: string;
	readonly networkId: string;
	readonly order: number;
	readonly kind: ActivityKind;
	readonly title: string;
	readonly summary: string | null;
	readonly themeId: string | null;
	readonly hostPartnerId: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly reportedDelegates: number | null;
}

/** A transnational event, with what its activity says of it. */
export interface EventRow {
	readonly id: string;
	readonly activityId: string;
	readonly networkId: string;
	readonly title: string;
	readonly place: string | null;
	/** IANA; null: nobody has stated it. */
	readonly timeZone: string | null;
	/** Some of its delegates are invented. */
	readonly isDemonstration: boolean;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly hostPartnerId: string | null;
	/** For the event's runners and its screen alone. */
	readonly joinCode: string | null;
	readonly sessionKinds: SessionKind[];
}

/** A part of an event. `version` rises with every change of what the session, its presence or its screen shows. */
export interface SessionRow {
	readonly id: string;
	readonly eventId: string;
	readonly networkId: string;
	readonly kind: SessionKind;
	readonly title: string;
	readonly startsAt: Date | null;
	readonly endsAt: Date | null;
	readonly currentItemId: string | null;
	readonly version: number;
}

/** An item of a session's agenda. */
export interface AgendaItemRow {
	readonly id: string;
	readonly sessionId: string;
	/** Place in the agenda, from 0. */
	readonly index: number;
	readonly kind: AgendaItemKind;
	readonly title: string;
	readonly minutes: number | null;
	readonly recommendationId: string | null;
	readonly recommendationTitle: string | null;
	readonly startedAt: Date | null;
	readonly finishedAt: Date | null;
	readonly isCurrent: boolean;
}

/** Somebody whom a partner sends to an event. */
export interface DelegateRow {
	readonly id: string;
	readonly eventId: string;
	readonly partnerId: string;
	readonly personId: string;
	readonly name: string;
	readonly city: string;
	readonly group: StakeholderGroup;
	readonly hasMail: boolean;
	readonly isDemonstration: boolean;
}

/** A delegate's badge: for those alone who hand it out. */
export interface BadgeRow {
	/** The delegate's. */
	readonly id: string;
	readonly eventId: string;
	readonly name: string;
	readonly city: string;
	readonly group: StakeholderGroup;
	readonly fourDigits: string;
	/** When digits were wrong lately, in milliseconds since 1970. */
	readonly wrongAt: readonly number[];
}

/** Somebody who asked for the floor and has not had it to the end. */
export interface FloorRequestRow {
	readonly id: string;
	readonly sessionId: string;
	readonly personId: string;
	readonly personName: string;
	readonly city: string;
	readonly partnerCode: string;
	readonly requestedAt: Date;
	readonly calledAt: Date | null;
}

/** How many of a partner's delegates of one group are in the session, of how many on the list. */
export interface PresenceRow extends GroupPresence {
	readonly sessionId: string;
}

/**
 * Reads of the programme. What several callers ask for in one turn is one query; nothing is kept. Unknown ids, and
 * texts that are no ids, give null or nothing.
 */
export interface ProgrammeShelf {
	theme(id: string): Promise<ThemeRow | null>;
	/** In their order. */
	themesOf(networkId: string): Promise<readonly ThemeRow[]>;
	activity(id: string): Promise<ActivityRow | null>;
	/** In their order. */
	activitiesOf(networkId: string): Promise<readonly ActivityRow[]>;
	/** Activities that belong to a theme, in their order. */
	activitiesOfTheme(themeId: string): Promise<readonly ActivityRow[]>;
	event(id: string): Promise<EventRow | null>;
	eventOfActivity(activityId: string): Promise<EventRow | null>;
	/** In the order of their activities. */
	eventsOf(networkId: string): Promise<readonly EventRow[]>;
	/** `code` is normalized. */
	eventByJoinCode(code: string): Promise<EventRow | null>;
	session(id: string): Promise<SessionRow | null>;
	/** In their order. */
	sessionsOf(eventId: string): Promise<readonly SessionRow[]>;
	sessionsOfNetwork(networkId: string): Promise<readonly SessionRow[]>;
	/** In the agenda's order. */
	agendaOf(sessionId: string): Promise<readonly AgendaItemRow[]>;
	agendaItem(id: string): Promise<AgendaItemRow | null>;
	/** The badges of an event, in the order of `delegatesOf`. */
	badgesOf(eventId: string): Promise<readonly BadgeRow[]>;
	badge(delegateId: string): Promise<BadgeRow | null>;
	/** By partner as the network lists them, then by name. */
	delegatesOf(eventId: string): Promise<readonly DelegateRow[]>;
	/** Called ones first, then in the order of asking. */
	floorOf(sessionId: string): Promise<readonly FloorRequestRow[]>;
	floorRequest(id: string): Promise<FloorRequestRow | null>;
	/** By partner as the network lists them. Only groups with somebody on the list. */
	presenceOf(sessionId: string): Promise<readonly PresenceRow[]>;
	isPresent(sessionId: string, personId: string): Promise<boolean>;
}

/** An item to be put on an agenda. */
export interface NewAgendaItem {
	readonly kind: AgendaItemKind;
	readonly title: string;
	readonly minutes: number | null;
	readonly recommendationId: string | null;
}

/** The agenda of a locked session. */
export interface AgendaBook {
	/** Ids in order. */
	order(): Promise<string[]>;
	/** Gives the id; the item stands at no place until the agenda is arranged. */
	add(item: NewAgendaItem): Promise<string>;
	/** Writes the order; `ids` are all items of the session. */
	arrange(ids: readonly string[]): Promise<void>;
	remove(id: string): Promise<void>;
	/** Ends the current item, if any, and begins this one again or for the first time; null: nothing is current. */
	makeCurrent(id: string | null, at: Date): Promise<void>;
	/** Whether the item has ever been current. */
	hasBegun(id: string): Promise<boolean>;
	/** The item that names the recommendation, if any. */
	itemNaming(recommendationId: string): Promise<string | null>;
}

/** Who is in a locked session. */
export interface PresenceBook {
	/** The delegate that the person is at the session's event. */
	delegateOf(personId: string): Promise<string | null>;
	/** Whether it was written; false: present already. The unique index decides. */
	checkIn(personId: string, delegateId: string, at: Date): Promise<boolean>;
	/** Whether it was written; false: not present. */
	checkOut(personId: string, at: Date): Promise<boolean>;
	isPresent(personId: string): Promise<boolean>;
}

/** The list of speakers of a locked session. */
export interface FloorBook {
	/** Whether it was written; false: on the list already. */
	ask(personId: string, at: Date): Promise<boolean>;
	/** Whether there was an open request. */
	withdraw(personId: string, at: Date): Promise<boolean>;
	/** Ends whoever speaks and calls this one; false: not open in this session. */
	call(requestId: string, at: Date): Promise<boolean>;
	/** Whether there was such an open request in this session. */
	end(requestId: string, at: Date): Promise<boolean>;
}

/** A session whose row is locked until the end of the transaction: its changes come one after the other. */
export interface LockedSession {
	readonly facts: SessionRow;
	readonly agenda: AgendaBook;
	readonly presence: PresenceBook;
	readonly floor: FloorBook;
	raiseVersion(): Promise<void>;
}

/** How an action gets at a session in one transaction. */
export interface SessionDesk {
	/**
	 * Locks the session and runs `work` in the transaction; it is committed when this resolves. Null: no such session.
	 * Lock order of the house: poll, recommendation, session. A recommendation that is to be named is locked against
	 * steps of its own before the session; `networkOfRecommendation` is then its network, null if there is none.
	 */
	inSession<T>(
		sessionId: string,
		work: (session: LockedSession, networkOfRecommendation: string | null) => Promise<T>,
		recommendationId?: string | null,
	): Promise<T | null>;
}

/** A delegate who wants to join, locked until the end of the transaction: attempts come one after the other. */
export interface LockedDelegate {
	readonly personId: string;
	readonly name: string;
	readonly email: string | null;
	readonly language: string;
	readonly badgeCode: string;
	readonly mailedCode: { readonly hash: Buffer; readonly expiresAt: Date } | null;
	/** Wrong confirmations of this delegate since then. */
	wrongSince(since: Date): Promise<number>;
	/** Wrong confirmations of the event's delegates since then. */
	wrongAtEventSince(since: Date): Promise<number>;
	countWrong(at: Date): Promise<void>;
	/** Mails with digits to this delegate since then. */
	mailsSince(since: Date): Promise<number>;
	/** Counts as a mail. */
	writeMailedCode(hash: Buffer, expiresAt: Date, at: Date): Promise<void>;
	forgetMailedCode(): Promise<void>;
	/** Wrong digits and mails no longer count for the delegate; for the event they do. */
	forgiveAttempts(): Promise<void>;
}

/** How joining by code gets at delegates and counts wrong codes. */
export interface JoinDesk {
	/** Runs `work` in one transaction; null: no such delegate at the event. */
	withDelegate<T>(
		eventId: string,
		delegateId: string,
		work: (delegate: LockedDelegate) => Promise<T>,
	): Promise<T | null>;
	/** Unknown join codes on the whole server since then. */
	unknownCodesSince(since: Date): Promise<number>;
	/** Also forgets attempts from before `forgetBefore`. */
	countUnknownCode(at: Date, forgetBefore: Date): Promise<void>;
}

/** A network's themes and activities as its file states them. Null is unknown and changes nothing that is known. */
export interface ProgrammeFacts {
	readonly networkId: string;
	readonly themes: readonly { readonly code: string; readonly order: number; readonly title: string }[];
	readonly activities: readonly ActivityFacts[];
}

/** An activity as the file states it; a transnational one has an event. */
export interface ActivityFacts {
	readonly order: number;
	readonly kind: ActivityKind;
	readonly title: string;
	readonly summary: string | null;
	readonly themeCode: string | null;
	readonly hostPartnerId: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly reportedDelegates: number | null;
	readonly place: string | null;
	readonly timeZone: string | null;
	readonly sessionKinds: SessionKind[] | null;
}

/** An event as a file of people states it. Null is unknown and changes nothing that is known. */
export interface EventFacts {
	/** For the report. */
	readonly name: string;
	readonly place: string | null;
	readonly timeZone: string | null;
	readonly joinCode: string | null;
}

/** A delegate of an event's list, as a file states it. */
export interface DelegateFacts {
	/** For the report. */
	readonly name: string;
	readonly membershipId: string;
	/** Four digits, printed on the badge; null: those that there are, or new ones. */
	readonly badgeCode: string | null;
}

/** A session as a file states it, with its agenda in order. Null is unknown and changes nothing that is known. */
export interface SessionFacts {
	readonly kind: SessionKind;
	readonly title: string;
	readonly startsAt: Date | null;
	readonly endsAt: Date | null;
	readonly agenda: readonly NewAgendaItem[];
}
