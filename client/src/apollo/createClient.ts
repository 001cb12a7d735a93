import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { OperationTypeNode } from "graphql";
import { newestOnly } from "./newestOnly.ts";
import type { LiveSocket } from "./socket/createLiveSocket.ts";

export interface Endpoint {
	uri: string;
	credentials: RequestCredentials;
	socket: LiveSocket;
}

/** Put into an operation's `context` to send it over the socket instead of HTTP: for keystrokes. */
export const overSocket = { transport: "socket" } as const;

/** A client of one endpoint: subscriptions, and operations with the context `overSocket`, over its socket; the rest over HTTP. */
export function createGraphClient({ uri, credentials, socket }: Endpoint): ApolloClient {
	const http = new HttpLink({ uri, credentials, headers: { "apollo-require-preflight": "1" } });
	const transport = ApolloLink.split(
		({ operationType, getContext }) =>
			operationType === OperationTypeNode.SUBSCRIPTION || getContext().transport === overSocket.transport,
		new GraphQLWsLink(socket.client),
		http,
	);
	return new ApolloClient({
		link: ApolloLink.from([newestOnly(), transport]),
		cache: createCache(),
		defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" } },
	});
}

function createCache() {
	return new InMemoryCache({
		typePolicies: {
			Presence: { keyFields: ["sessionId"] },
			Screen: { keyFields: ["sessionId"] },
			Tally: { keyFields: ["pollId"] },
			DraftPresence: { keyFields: ["draftId"] },
			DraftUpdates: { keyFields: false },
			Panel: { merge: true },
			PublicPanel: { merge: true },
			PublicTally: { merge: true },
			DecisionRule: { merge: true },
			PollResult: { merge: true },
			PublicResult: { merge: true },
		},
	});
}
