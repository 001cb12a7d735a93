import type { BallotAnswer, StakeholderGroup } from "@crossroads/shared";
import type { Ballot } from "../Poll.ts";
import type { ProxyGrant } from "./proxies.ts";

/** Somebody on the list of an event, by name. */
export interface ListedDelegate {
	readonly personId: string;
	readonly name: string;
	readonly partnerId: string;
	readonly group: StakeholderGroup;
}

/** Somebody by name. */
export interface NamedPerson {
	readonly personId: string;
	readonly name: string;
}

/** A proxy that was given, by names. */
export interface NamedGrant {
	readonly principal: NamedPerson;
	readonly proxy: NamedPerson;
}

/** Somebody with what they weigh. */
export interface NamedWeight extends NamedPerson {
	readonly weight: number;
}

/** An elector whose ballot somebody else casts. */
export interface Represented extends NamedGrant {
	/** The number of the paper on which the principal votes; null: none. */
	readonly paper: number | null;
	readonly weight: number;
	/** The principal's ballot in the box; null: none. */
	readonly ballot: Ballot | null;
}

/** A paper in somebody's hands, with what two persons read on it. */
export interface HandedPaper {
	readonly paper: number;
	/** Who votes on it. */
	readonly person: NamedPerson;
	readonly entries: readonly { readonly personId: string; readonly answer: BallotAnswer }[];
}

/** A grant to be written. */
export interface NewGrant extends ProxyGrant {
	readonly pollId: string;
	/** Who entered it: the principal, or one of those who run the session. */
	readonly givenBy: string;
	readonly at: Date;
}
