import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "./Chance.ts";
import type { TrialHouse, Victim } from "./TrialHouse.ts";

/** One `kill -9`. */
export interface Blow {
	readonly victim: Victim;
	/** ms after the beginning of the cycle. */
	readonly at: number;
	/** ms that it stays away; PostgreSQL comes back as fast as the servers notice. */
	readonly away: number;
}

/** One to three blows within so many ms. */
export function drawBlows(chance: Chance, victims: readonly Victim[], ms: number): Blow[] {
	return Array.from({ length: chance.whole(1, 3) }, () => ({
		victim: chance.pick(victims),
		at: chance.whole(Math.round(ms / 10), ms),
		away: chance.whole(0, 600),
	})).sort((a, b) => a.at - b.at);
}

/** Strikes them; resolves when everything is up again. Gives what was really struck (a dead victim cannot be killed). */
export async function wreck(house: TrialHouse, blows: readonly Blow[]): Promise<Blow[]> {
	const struck: Blow[] = [];
	await Promise.all(
		blows.map(async (blow) => {
			await pause(blow.at);
			if (!(await house.kill(blow.victim))) return;
			struck.push(blow);
			await pause(blow.away);
			await house.revive(blow.victim);
		}),
	);
	return struck;
}

export function blowsInWords(blows: readonly Blow[]): string {
	if (blows.length === 0) return "nothing was killed";
	return `kill -9 of ${blows.map(({ victim, at }) => `${victim} after ${(at / 1_000).toFixed(1)} s`).join(", ")}`;
}

/** How often each was killed. */
export function blowsInTotal(blows: readonly Blow[]): string {
	const each = Map.groupBy(blows, ({ victim }) => victim);
	const words = [...each].sort().map(([victim, { length }]) => `${victim} ${length} ×`);
	return `kill -9 of ${words.join(", ") || "nothing"}`;
}
