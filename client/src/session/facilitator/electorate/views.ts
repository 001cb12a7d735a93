import type { PapersOfPollQuery } from "../../../gql/graphql.ts";

type Answered = NonNullable<PapersOfPollQuery["poll"]>;
/** A paper that was handed out. */
export type Paper = NonNullable<Answered["papers"]>[number];
/** Somebody on the event's list. */
export type Delegate = NonNullable<Answered["delegates"]>[number];
