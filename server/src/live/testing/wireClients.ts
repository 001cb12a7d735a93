import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { fetchExchange, subscriptionExchange, Client as UrqlClient } from "@urql/core";
import { type Client, createClient } from "graphql-ws";
import { WebSocket } from "ws";

/** What a client of any make hears of one operation. */
export interface Ears {
	// biome-ignore lint/suspicious/noExplicitAny: tests look into data of every shape
	data(data: any): void;
	/** Codes of the errors that it was told. */
	refused(codes: readonly unknown[]): void;
	complete(): void;
}

/** A client of some make, with the one thing that all makes can do. */
export interface WireClient {
	/** Begins an operation; returns how to end it. */
	ask(query: string, variables: Record<string, unknown>, ears: Ears): () => void;
	close(): void;
}

interface Told {
	readonly extensions?: { readonly code?: unknown } | null;
}

function codes(errors: readonly Told[]): unknown[] {
	return errors.map(({ extensions }) => extensions?.code);
}

function socketTo(url: string): Client {
	return createClient({ url, webSocketImpl: WebSocket, retryAttempts: 20, retryWait: async () => {} });
}

function plain(url: string): WireClient {
	const client = socketTo(url);
	return {
		ask: (query, variables, ears) =>
			client.subscribe(
				{ query, variables },
				{
					next: ({ data }) => ears.data(data),
					error: (errors) => ears.refused(codes(errors as readonly Told[])),
					complete: () => ears.complete(),
				},
			),
		close: () => void client.dispose(),
	};
}

function apollo(url: string): WireClient {
	const socket = socketTo(url);
	const client = new ApolloClient({
		link: ApolloLink.from([new GraphQLWsLink(socket)]),
		cache: new InMemoryCache(),
	});
	return {
		ask(query, variables, ears) {
			const asked = client.subscribe({ query: gql(query), variables, fetchPolicy: "no-cache" }).subscribe({
				next: ({ data, error }) =>
					CombinedGraphQLErrors.is(error)
						? ears.refused(codes(error.errors as readonly Told[]))
						: ears.data(data),
				complete: () => ears.complete(),
			});
			return () => asked.unsubscribe();
		},
		close: () => void socket.dispose(),
	};
}

function urql(url: string): WireClient {
	const socket = socketTo(url);
	const client = new UrqlClient({
		url: "http://unused.invalid",
		preferGetMethod: false,
		exchanges: [
			subscriptionExchange({
				enableAllOperations: true,
				forwardSubscription: ({ query = "", variables }) => ({
					subscribe: (sink) => ({
						unsubscribe: socket.subscribe({ query, variables: variables as Record<string, unknown> }, sink),
					}),
				}),
			}),
			fetchExchange,
		],
	});
	return {
		ask(query, variables, ears) {
			const asked = client.subscription(query, variables).subscribe(({ data, error, hasNext }) => {
				if (error) ears.refused(codes(error.graphQLErrors as Told[]));
				else if (data) ears.data(data);
				if (!hasNext) ears.complete();
			});
			return () => asked.unsubscribe();
		},
		close: () => void socket.dispose(),
	};
}

/** The clients of the field, unchanged, over graphql-ws's own. */
export const wireClients: readonly [name: string, connect: (url: string) => WireClient][] = [
	["graphql-ws's client", plain],
	["Apollo Client", apollo],
	["urql", urql],
];
