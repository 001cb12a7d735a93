import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import type { AddressInfo } from "node:net";
import { ApolloServer } from "@apollo/server";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import { makeExecutableSchema } from "@graphql-tools/schema";
import Fastify from "fastify";
import { PubSub } from "graphql-subscriptions";
import { useServer as serve } from "graphql-ws/use/ws";
import pg from "pg";
import { WebSocketServer } from "ws";
import { typeDefs } from "./stockPolls.ts";

/**
 * Voting as tutorials have it: Apollo Server, graphql-ws, PubSub and pg, put together as their documentation says. One
 * INSERT a ballot, whose primary key refuses a second one; the count is kept in memory, which costs nothing, and
 * published after each ballot. No sign-in and no policies: the cookie's value is believed to be the voter. The argument
 * is the address of an empty database. Every poll has the same six options and knows neither cities nor groups.
 */
const OPTIONS = ["A", "B", "C", "D", "E", "F"];
const PARTNERS = Array.from({ length: 10 }, (_, place) => ({
	id: randomUUID(),
	code: `P${place}`,
	city: `City ${place}`,
}));
const GROUPS = ["CITIZENS", "CIVIL_SOCIETY", "AUTHORITIES_AND_EXPERTS"];

const eventEmitter = new EventEmitter();
eventEmitter.setMaxListeners(0);
const pubsub = new PubSub({ eventEmitter });
const pool = new pg.Pool({ connectionString: process.argv[2] as string });
await pool.query(`create table if not exists ballot (
	poll_id uuid not null, person_id uuid not null, answer jsonb not null, receipt text not null, idempotency_key uuid not null,
	cast_at timestamptz not null, primary key (poll_id, person_id))`);

interface Counts {
	cast: number;
	counts: { choice: string; count: number; points: number }[];
}

const noCounts = (): Counts => ({
	cast: 0,
	counts: OPTIONS.map((choice) => ({ choice, count: 0, points: 0 })),
});

function newPoll(id: string) {
	const total = noCounts();
	return {
		total,
		byPartner: PARTNERS.map((partner) => ({ ...noCounts(), partner, electorateSize: 200 })),
		byGroup: GROUPS.map((group) => ({ ...noCounts(), group, electorateSize: 700 })),
		shown: {
			id,
			question: "Which of these shall the network try out next in all of its cities?",
			state: "OPEN",
			secrecy: "NAMED",
			isPublic: true,
			electorateSize: 2_000,
			entitled: 2_000,
			openedAt: new Date().toISOString(),
			method: "SINGLE_CHOICE",
			options: OPTIONS.map((key) => ({ key, label: `A label that is as long as ${key} usually is` })),
			rule: {
				quorum: { numerator: 1, denominator: 2 },
				needsMajorityOfCities: false,
				allowsBallotChange: false,
			},
		},
	};
}

const polls = new Map<string, ReturnType<typeof newPoll>>();

function pollOf(id: string) {
	const poll = polls.get(id) ?? newPoll(id);
	polls.set(id, poll);
	return poll;
}

/** What is published; `cast` is its version. */
function pictureOf(id: string) {
	const { total, byPartner, byGroup, shown } = pollOf(id);
	const { electorateSize } = shown;
	const tally = {
		pollId: id,
		version: total.cast,
		state: "OPEN",
		cast: total.cast,
		electorateSize,
		total: total.counts,
		byPartner,
		byGroup,
	};
	return { ...shown, version: total.cast, tally };
}

function countIn(counts: Counts, option: string): void {
	counts.cast += 1;
	const row = counts.counts.find(({ choice }) => choice === option);
	if (!row) return;
	row.count += 1;
	row.points += 1;
}

interface Answer {
	readonly marks: readonly { readonly option: string; readonly value: number }[];
}
interface Cast {
	readonly pollId: string;
	readonly answer: Answer;
	readonly idempotencyKey: string;
}
interface Context {
	readonly voter: string;
}

const INSERT = `insert into ballot (poll_id, person_id, answer, receipt, idempotency_key, cast_at)
	values ($1, $2, $3, $4, $5, $6)`;

const resolvers = {
	Query: { poll: (_: unknown, { id }: { id: string }) => pictureOf(id) },
	Mutation: {
		async castBallot(_: unknown, { pollId, answer, idempotencyKey }: Cast, { voter }: Context) {
			const receipt = randomUUID().slice(0, 11).toUpperCase();
			const castAt = new Date();
			await pool.query(INSERT, [pollId, voter, JSON.stringify(answer), receipt, idempotencyKey, castAt]);
			const poll = pollOf(pollId);
			const option = answer.marks[0]?.option ?? "";
			const place = Number.parseInt(voter.slice(0, 8), 16);
			for (const counts of [poll.total, poll.byPartner[place % 10], poll.byGroup[place % 3]])
				if (counts) countIn(counts, option);
			await pubsub.publish(`poll:${pollId}`, { poll: pictureOf(pollId) });
			return { ballot: { answer, receipt, castAt: castAt.toISOString(), changedAt: null }, refusal: null };
		},
	},
	Subscription: {
		poll: {
			subscribe: (_: unknown, { id }: { id: string }) => pubsub.asyncIterableIterator(`poll:${id}`),
		},
	},
};

const voterOf = (cookie = ""): Context => ({ voter: cookie.replace("voter=", "") });

const schema = makeExecutableSchema({ typeDefs, resolvers });
const app = Fastify();
const sockets = new WebSocketServer({ server: app.server, path: "/graphql" });
serve({ schema, context: ({ extra }) => voterOf(extra.request.headers.cookie) }, sockets);
const apollo = new ApolloServer<Context>({ schema, plugins: [fastifyApolloDrainPlugin(app)] });
await apollo.start();
await app.register(fastifyApollo(apollo), { context: async ({ headers }) => voterOf(headers.cookie) });
await app.listen({ port: 0, host: "127.0.0.1" });
console.log((app.server.address() as AddressInfo).port);
