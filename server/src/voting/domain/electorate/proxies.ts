import type { PollState, RefusalCode } from "@crossroads/shared";
import type { Elector } from "../Poll.ts";

/** The principal asks the proxy to vote in the principal's stead. */
export interface ProxyGrant {
	readonly principalId: string;
	readonly proxyId: string;
}

/** What a grant depends on. */
export interface GrantFacts {
	readonly state: PollState;
	/** Who is on the event's list. */
	readonly entitledIds: ReadonlySet<string>;
	/** The grants that stand. */
	readonly grants: readonly ProxyGrant[];
	/** For how many others one may vote; 0: there are no proxies. */
	readonly cap: number;
}

/** Why a proxy cannot be given. */
export type ProxyRefusal = Extract<
	RefusalCode,
	| "poll-already-opened"
	| "proxies-not-allowed"
	| "not-entitled"
	| "proxy-to-oneself"
	| "proxy-already-given"
	| "proxy-would-chain"
	| "proxy-has-too-many"
>;

/**
 * [V29] Why this proxy cannot be given; null: it can. Only before opening, among the entitled, once for each principal.
 * Who votes for somebody has not given the own vote away, and the other way round: so there are no chains, and no
 * circles, which are chains that close.
 */
export function refusalToGrant({ principalId, proxyId }: ProxyGrant, facts: GrantFacts): ProxyRefusal | null {
	const { state, entitledIds, grants, cap } = facts;
	if (state !== "PREPARED") return "poll-already-opened";
	if (cap === 0) return "proxies-not-allowed";
	if (!entitledIds.has(principalId) || !entitledIds.has(proxyId)) return "not-entitled";
	if (principalId === proxyId) return "proxy-to-oneself";
	if (grants.some((grant) => grant.principalId === principalId)) return "proxy-already-given";
	if (grants.some((grant) => grant.principalId === proxyId || grant.proxyId === principalId))
		return "proxy-would-chain";
	return grants.filter((grant) => grant.proxyId === proxyId).length >= cap ? "proxy-has-too-many" : null;
}

/** An elector as the opening freezes it. */
export interface FrozenElector extends Elector {
	/** Who casts the ballot in the elector's stead; null: the elector. */
	readonly proxyId: string | null;
}

/**
 * [V3] [V29] The electorate at opening: those who are present vote in person, whatever proxy they gave; those who are not
 * are electors if their proxy is present. They count by weight, not for the quorum.
 */
export function electorsAtOpening(
	entitled: readonly Elector[],
	presentIds: ReadonlySet<string>,
	grants: readonly ProxyGrant[],
): readonly FrozenElector[] {
	const proxies = new Map(grants.map(({ principalId, proxyId }) => [principalId, proxyId]));
	return entitled.flatMap((elector) => {
		if (presentIds.has(elector.personId)) return { ...elector, proxyId: null };
		const proxyId = proxies.get(elector.personId);
		return proxyId !== undefined && presentIds.has(proxyId) ? { ...elector, proxyId } : [];
	});
}
