import type { StakeholderGroup } from "@crossroads/shared";
import type { Ballot } from "./Poll.ts";
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
	readonly weight: number;
	/** The principal's ballot in the box; null: none. */
	readonly ballot: Ballot | null;
}

/** A grant to be written. */
export interface NewGrant extends ProxyGrant {
	readonly pollId: string;
	/** Who entered it: the principal, or one of those who run the session. */
	readonly givenBy: string;
	readonly at: Date;
}
