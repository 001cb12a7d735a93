import type { JoinEventOnScreenQuery } from "../../gql/graphql.ts";

/** An event as somebody with its join code sees it: the names on its list. */
export type EventToJoin = NonNullable<JoinEventOnScreenQuery["joinEvent"]>;
/** One of the names. */
export type NameOnList = EventToJoin["delegates"][number];
