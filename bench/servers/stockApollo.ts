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
import { typeDefs } from "./stockPolls.ts";

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
