import { percentile } from "../../client/percentile.ts";
import { writeBallots } from "./ballots.ts";
import { HttpLane } from "./HttpLane.ts";
import type { Voters } from "./Voters.ts";
import type { Stormed, StormOrder, Voted, VoteOrder } from "./VotingTarget.ts";

/** Until the last screens have what they are still to be sent. */
const SHOWING_MS = 3_000;

/** When the ballots of a vote were sent and answered, in ms of `performance.now`; in the order of the answers. */
class Answers {
	readonly sentAt: Float64Array;
	readonly order: { readonly voter: number; readonly at: number }[] = [];
	readonly #acknowledged: string;
	readonly #start = performance.now();
	readonly #cpu = process.cpuUsage();

	constructor(voters: number, acknowledged: string) {
		this.sentAt = new Float64Array(voters);
		this.#acknowledged = acknowledged;
	}

	/** Throws when it was refused. */
	note(voter: number, text: string): void {
		if (!text.includes(this.#acknowledged)) throw new Error(`a ballot was refused: ${text}`);
		this.order.push({ voter, at: performance.now() });
	}

	waits(): number[] {
		return this.order.map(({ voter, at }) => at - (this.sentAt[voter] as number));
	}

	/** `endedAt`: when the vote was broken off; it ended with the last answer else. */
	voted(deliveries: number, endedAt?: number): Voted {
		const ms = (endedAt ?? this.order.at(-1)?.at ?? Number.NaN) - this.#start;
		const { user, system } = process.cpuUsage(this.#cpu);
		const waits = this.waits();
		return {
			acknowledged: this.order.length,
			ms,
			p50: percentile(waits, 0.5),
			p99: percentile(waits, 0.99),
			deliveries,
			clientBusy: (user + system) / 1_000 / ms,
		};
	}
}

/** Every voter casts one ballot, as fast as the server takes them. */
export async function vote(voters: Voters, { over, ballot, atOnce, mostMs }: VoteOrder): Promise<Voted> {
	const ballots = writeBallots(ballot, voters.size);
	const lanes = over === "HTTP" ? await openLanes(voters.place.port, Math.min(atOnce, voters.size)) : [];
	const messages = voters.screens.messages;
	const answers = new Answers(voters.size, ballot.acknowledged);
	const timeIsUp = alarm(mostMs);
	const all =
		over === "HTTP"
			? overHttp(voters, ballots, lanes, answers)
			: overSockets(voters, ballots, atOnce, answers);
	const endedAt = await Promise.race([all, timeIsUp.rings, voters.lost]);
	timeIsUp.stop();
	voters.onAnswer = () => {};
	const voted = answers.voted(voters.screens.messages - messages, endedAt ?? undefined);
	for (const lane of lanes) lane.close();
	all.catch(() => {});
	return voted;
}

function overSockets(
	voters: Voters,
	ballots: readonly string[],
	atOnce: number,
	answers: Answers,
): Promise<void> {
	return new Promise((resolve, reject) => {
		let next = 0;
		const send = () => {
			if (next >= ballots.length) return;
			answers.sentAt[next] = performance.now();
			voters.cast(next, ballots[next] as string);
			next += 1;
		};
		voters.onAnswer = (voter, text) => {
			try {
				answers.note(voter, text);
			} catch (fault) {
				return reject(fault);
			}
			if (answers.order.length === ballots.length) resolve();
			send();
		};
		for (let count = 0; count < atOnce; count += 1) send();
	});
}

async function overHttp(
	voters: Voters,
	ballots: readonly string[],
	lanes: readonly HttpLane[],
	answers: Answers,
): Promise<void> {
	let next = 0;
	const drive = async (lane: HttpLane) => {
		while (next < ballots.length) {
			const voter = next++;
			answers.sentAt[voter] = performance.now();
			answers.note(voter, await lane.post(voters.place.cookies[voter] as string, ballots[voter] as string));
		}
	};
	await Promise.all(lanes.map(drive));
}

function openLanes(port: number, count: number): Promise<HttpLane[]> {
	return Promise.all(Array.from({ length: count }, () => HttpLane.open(port)));
}

/** Rings with the time at which it rang. */
function alarm(ms: number) {
	let timer: NodeJS.Timeout | undefined;
	const rings = new Promise<number>((resolve) => {
		timer = setTimeout(() => resolve(performance.now()), ms);
	});
	return { rings, stop: () => clearTimeout(timer) };
}

/**
 * Every voter casts one ballot at a moment of its own. On a screen is whatever its count holds: answers come commit by
 * commit, so a count of at least as many ballots as were answered up to this one holds this one.
 */
export async function storm(voters: Voters, { ballot, seconds }: StormOrder): Promise<Stormed> {
	const ballots = writeBallots(ballot, voters.size);
	const messages = voters.screens.messages;
	const answers = new Answers(voters.size, ballot.acknowledged);
	const all = new Promise<void>((resolve, reject) => {
		voters.onAnswer = (voter, text) => {
			try {
				answers.note(voter, text);
			} catch (fault) {
				reject(fault);
			}
			if (answers.order.length === ballots.length) resolve();
		};
	});
	for (const [voter, payload] of ballots.entries())
		setTimeout(
			() => {
				answers.sentAt[voter] = performance.now();
				voters.cast(voter, payload);
			},
			Math.random() * seconds * 1_000,
		);
	await Promise.race([all, voters.lost]);
	const voted = answers.voted(voters.screens.messages - messages);
	await new Promise((resolve) => setTimeout(resolve, SHOWING_MS));
	voters.onAnswer = () => {};
	const shown = answers.order.map(
		({ voter }, place) => voters.screens.completeAt(place + 1) - (answers.sentAt[voter] as number),
	);
	const known = shown.filter((ms) => !Number.isNaN(ms));
	return {
		...voted,
		shownP50: percentile(known, 0.5),
		shownP95: percentile(known, 0.95),
		shownWorst: percentile(known, 1),
		neverShown: shown.length - known.length,
	};
}
