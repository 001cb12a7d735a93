import { randomUUID } from "node:crypto";
import { cpuMsOf } from "../servers/processFigures.ts";
import { namedBallot, sealedBallot, theTally } from "./ballotForms.ts";
import type { BallotForm, Transport, Voted } from "./client/VotingTarget.ts";
import type { VotingPlan } from "./plan.ts";
import type { Measure, VotingRow, VotingServer } from "./rows.ts";
import type { VotingArena } from "./VotingArena.ts";

/** Where ballots are cast, how, and who looks on. */
export interface VoteCase {
	readonly server: Exclude<VotingServer, "PostgreSQL">;
	readonly over: Transport;
	/** Whether every voter's socket is subscribed to the count, too. */
	readonly isWatched: boolean;
}

/** Polls of one kind, one after the other, on all of which everybody votes. */
interface Ballots {
	next(): Promise<{ pollId: string; ballot: BallotForm }>;
	/** Ballots that were acknowledged and are not in the box or its count, and the reverse. */
	wrong(pollId: string, acknowledged: number): Promise<number>;
}

/** What came of several polls. */
interface Tried {
	readonly votes: Voted[];
	cpuMs: number;
	wrong: number;
}

/** Everybody votes on several polls, as fast as the server takes it. */
export async function measureVote(arena: VotingArena, plan: VotingPlan, each: VoteCase): Promise<VotingRow> {
	const { server, over, isWatched } = each;
	const isStock = server === "stock Apollo";
	const ballots = ballotsFor(arena, server);
	await arena.client.enter(isStock ? await arena.stockPlace() : arena.ourPlace);
	const tried: Tried = { votes: [], cpuMs: 0, wrong: 0 };
	let isWhole = await onePoll(arena, plan, each, ballots, tried);
	// The first poll warms up, and is not counted; unless it was broken off: what is left of it would be in the way of the next.
	if (isWhole) Object.assign(tried, { votes: [], cpuMs: 0 });
	for (let poll = 0; isWhole && poll < plan.polls; poll += 1)
		isWhole = await onePoll(arena, plan, each, ballots, tried);
	await arena.client.leave();
	if (isStock) await arena.stopStock();
	return {
		measure: (isWatched ? over : `${over}, nobody watches`) as Measure,
		server,
		subscribers: isWatched ? plan.voters : 0,
		figures: figuresOf(tried),
	};
}

/** Whether everybody was answered in time. */
async function onePoll(
	arena: VotingArena,
	plan: VotingPlan,
	{ server, over, isWatched }: VoteCase,
	ballots: Ballots,
	tried: Tried,
): Promise<boolean> {
	const { client } = arena;
	const { pollId, ballot } = await ballots.next();
	await client.watch(isWatched ? theTally(pollId, server !== "stock Apollo") : null);
	const atOnce = over === "HTTP" ? plan.connections : plan.socketsAtOnce;
	const before = cpuMsOf(arena.pidOf(server));
	const voted = await client.vote({ over, ballot, atOnce, mostMs: plan.mostMs });
	tried.cpuMs += cpuMsOf(arena.pidOf(server)) - before;
	tried.votes.push(voted);
	tried.wrong += await ballots.wrong(pollId, voted.acknowledged);
	return voted.acknowledged === plan.voters;
}

function ballotsFor(arena: VotingArena, server: VoteCase["server"]): Ballots {
	if (server === "stock Apollo") return stockPolls();
	return server === "crossroads" ? ourPolls(arena) : secretPolls(arena);
}

function secretPolls(arena: VotingArena): Ballots {
	return {
		async next() {
			const { pollId, sealedBytes } = await arena.nextSecretPoll();
			return { pollId, ballot: sealedBallot(pollId, sealedBytes) };
		},
		async wrong(pollId, acknowledged) {
			const { ballots, counted } = await arena.inSecretBox(pollId);
			return Math.abs(ballots - acknowledged) + Math.abs(counted - acknowledged);
		},
	};
}

function ourPolls(arena: VotingArena): Ballots {
	return {
		async next() {
			const pollId = await arena.nextPoll();
			return { pollId, ballot: namedBallot(pollId) };
		},
		async wrong(pollId, acknowledged) {
			const { ballots, counted } = await arena.inBox(pollId);
			return Math.abs(ballots - acknowledged) + Math.abs(counted - acknowledged);
		},
	};
}

/** Its polls come to be when they are first voted on. */
function stockPolls(): Ballots {
	return {
		async next() {
			const pollId = randomUUID();
			return { pollId, ballot: namedBallot(pollId) };
		},
		wrong: async () => 0,
	};
}

function figuresOf({ votes, cpuMs, wrong }: Tried): Record<string, number> {
	const sum = (figure: keyof Voted) => votes.reduce((total, vote) => total + vote[figure], 0);
	const mean = (figure: keyof Voted) => sum(figure) / votes.length;
	return {
		"ballots/s": sum("acknowledged") / (sum("ms") / 1_000),
		ballots: sum("acknowledged"),
		"p50 ms": mean("p50"),
		"p99 ms": mean("p99"),
		"CPU µs a ballot": (cpuMs * 1_000) / sum("acknowledged"),
		"counts shown/s": sum("deliveries") / (sum("ms") / 1_000),
		"client busy %": mean("clientBusy") * 100,
		wrong,
	};
}

/** Everybody votes within some seconds, at moments of their own, and watches the count. */
export async function measureStorm(arena: VotingArena, plan: VotingPlan): Promise<VotingRow> {
	const { client } = arena;
	await client.enter(arena.ourPlace);
	const polls = ourPolls(arena);
	const { pollId, ballot } = await polls.next();
	await client.watch(theTally(pollId, true));
	const stormed = await client.storm({ ballot, seconds: plan.stormSeconds });
	await client.leave();
	return {
		measure: "within 10 s",
		server: "crossroads",
		subscribers: plan.voters,
		figures: {
			"ballot p50 ms": stormed.p50,
			"ballot p99 ms": stormed.p99,
			"on every screen p50 ms": stormed.shownP50,
			"p95 ms": stormed.shownP95,
			"worst ms": stormed.shownWorst,
			"never shown": stormed.neverShown,
			wrong: await polls.wrong(pollId, stormed.acknowledged),
			"client busy %": stormed.clientBusy * 100,
		},
	};
}
