import { GREATEST_WEIGHT, type Headcount } from "@crossroads/shared";
import type { Elector } from "../Poll.ts";

/** The most others that one may vote for, whatever a poll allows. */
const GREATEST_PROXY_CAP = 100;

/** [V29] Whether a poll can be prepared with this cap; 0: without proxies. */
export function isProxyCap(cap: number): boolean {
	return Number.isInteger(cap) && cap >= 0 && cap <= GREATEST_PROXY_CAP;
}

/**
 * [V3] The electorate as one text, the same for the same electors in whatever order they come: a line
 * `person partner GROUP weight` for each, by ascending person id; whoever is represented by a proxy has the proxy's id
 * after that. Its sha-256 is the poll's electorate hash.
 */
export function canonicalElectorate(
	electors: readonly (Elector & { readonly proxyId?: string | null })[],
): string {
	const lines = electors.map(({ personId, partnerId, group, weight, proxyId }) => {
		const proxy = proxyId ? ` ${proxyId}` : "";
		return `${personId} ${partnerId} ${group} ${weight}${proxy}\n`;
	});
	return lines.sort().join("");
}

/** [V25] How many they are, and from how many cities. */
export function headcountOf(electors: readonly Pick<Elector, "partnerId">[]): Headcount {
	return { persons: electors.length, cities: new Set(electors.map(({ partnerId }) => partnerId)).size };
}

/**
 * Who is entitled, as electors, one a person: those on the event's list; whoever is present, with the partner and group
 * with which they checked in. Who is not among the weights weighs 1.
 */
export function entitledElectors(
	listed: readonly Delegate[],
	present: readonly Delegate[],
	weights: ReadonlyMap<string, number>,
): readonly Elector[] {
	const delegates = new Map([...listed, ...present].map((delegate) => [delegate.personId, delegate]));
	return Array.from(delegates.values(), ({ personId, partnerId, group }) => ({
		personId,
		partnerId,
		group,
		weight: weights.get(personId) ?? 1,
	}));
}

/** Somebody who is entitled; what they weigh is said elsewhere. */
export type Delegate = Omit<Elector, "weight">;

/** [V30] Why these weights cannot be an electorate's; null: they can. Whole numbers from 1; together at most 2,147,483,647. */
export function refusalOfWeights(weights: readonly number[]): "invalid-input" | "weights-too-great" | null {
	if (!weights.every((weight) => Number.isInteger(weight) && weight >= 1)) return "invalid-input";
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return sum > GREATEST_WEIGHT ? "weights-too-great" : null;
}
