import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { ApolloServer } from "@apollo/server";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import { makeExecutableSchema } from "@graphql-tools/schema";
import Fastify from "fastify";
import { PubSub } from "graphql-subscriptions";
import { useServer as serve } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";

/**
 * Apollo Server with graphql-ws and PubSub, put together as its documentation says. The same subscription as ours, of
 * the same shape; its data lie in memory: no database, no sign-in, no policies. The payload file is JSON; `tally` is a
 * `next` message of ours, whose poll is what subscribers get.
 */
interface Poll {
	tally: { version: number; cast: number };
	version: number;
}

const { tally } = JSON.parse(readFileSync(process.argv[2] as string, "utf8")) as { tally: string };
const { poll } = (JSON.parse(tally) as { payload: { data: { poll: Poll } } }).payload.data;
const eventEmitter = new EventEmitter();
eventEmitter.setMaxListeners(0);
const pubsub = new PubSub({ eventEmitter });

const typeDefs = `
	input BallotMarkInput { option: ID! value: Int! }
	input BallotAnswerInput { marks: [BallotMarkInput!]! }
	type Query { poll(id: ID!): Poll }
	type Mutation { castBallot(pollId: ID!, answer: BallotAnswerInput!, idempotencyKey: ID!): CastBallotPayload! }
	type Subscription { poll(id: ID!): Poll }
	type CastBallotPayload { ballot: Ballot refusal: Refusal }
	type Ballot { answer: BallotAnswer! receipt: String! castAt: String! changedAt: String }
	type BallotAnswer { marks: [BallotMark!]! }
	type BallotMark { option: ID! value: Int! }
	type Refusal { code: String! }
	type Poll {
		id: ID! question: String! state: String! version: Int! secrecy: String! isPublic: Boolean! electorateSize: Int!
		entitled: Int agendaItemId: ID openedAt: String closedAt: String publishedAt: String
		method: String! options: [PollOption!]! mostChosen: Int dots: Int
		rule: Rule! tally: Tally! result: Result
	}
	type PollOption { key: ID! label: String! }
	type Rule { quorum: Fraction! needsMajorityOfCities: Boolean! allowsBallotChange: Boolean! }
	type Fraction { numerator: Int! denominator: Int! }
	type Result { isAdopted: Boolean! winners: [ID!]! rules: [RuleResult!]! }
	type RuleResult { kind: String! isMet: Boolean! have: Int! of: Int! needed: Int! }
	type Tally {
		pollId: ID! version: Int! state: String! cast: Int! electorateSize: Int!
		total: [ChoiceCount!]! byPartner: [PartnerTally!]! byGroup: [GroupTally!]!
	}
	type ChoiceCount { choice: ID! count: Int! points: Int! }
	type Partner { id: ID! code: String! city: String! }
	type PartnerTally { partner: Partner! cast: Int! electorateSize: Int! counts: [ChoiceCount!]! }
	type GroupTally { group: String! cast: Int! electorateSize: Int! counts: [ChoiceCount!]! }
`;

const resolvers = {
	Query: { poll: () => poll },
	Mutation: {
		async castBallot(_: unknown, { pollId, answer }: { pollId: string; answer: object }) {
			poll.version += 1;
			poll.tally.version += 1;
			await pubsub.publish(`poll:${pollId}`, { poll });
			return {
				ballot: { answer, receipt: "0000000000", castAt: new Date().toISOString(), changedAt: null },
				refusal: null,
			};
		},
	},
	Subscription: {
		poll: {
			subscribe: (_: unknown, { id }: { id: string }) => pubsub.asyncIterableIterator(`poll:${id}`),
		},
	},
};

const schema = makeExecutableSchema({ typeDefs, resolvers });
const app = Fastify();
const sockets = new WebSocketServer({ server: app.server, path: "/graphql" });
serve({ schema }, sockets);
const apollo = new ApolloServer({ schema, plugins: [fastifyApolloDrainPlugin(app)] });
await apollo.start();
await app.register(fastifyApollo(apollo));
await app.listen({ port: 0, host: "127.0.0.1" });
console.log((app.server.address() as AddressInfo).port);
