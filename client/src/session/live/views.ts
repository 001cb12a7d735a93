import type { PresenceFieldsFragment, ScreenFieldsFragment, SessionLiveFragment } from "../../gql/graphql.ts";

/** A session as everybody in the room sees it: nothing personal, so that all share one live group. */
export type LiveSession = SessionLiveFragment;
/** A line of its agenda. */
export type LiveAgendaItem = LiveSession["agenda"][number];
/** Somebody who asked for the floor, or has it. */
export type LiveFloorRequest = LiveSession["floor"][number];
/** A poll as the session lists it. */
export type ListedPoll = LiveSession["polls"][number];
/** Who is checked in, in numbers. */
export type LivePresence = PresenceFieldsFragment;
/** What the projector shows. */
export type LiveScreen = ScreenFieldsFragment;
