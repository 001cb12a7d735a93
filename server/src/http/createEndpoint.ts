import type { GraphQLSchema } from "graphql";
import {
	createLive,
	type LiveViewer,
	type News,
	type StreamDefinition,
	type TurnBudget,
} from "../live/index.ts";
import { createContext } from "./context.ts";
import type { HttpLog } from "./createHttp.ts";
import type { Endpoint } from "./Endpoint.ts";
import type { TrustedDocuments } from "./guard/trustedDocuments.ts";
import { createGuard } from "./guard.ts";

/** What an endpoint is made of. */
export interface EndpointParts<V extends LiveViewer> {
	readonly schema: GraphQLSchema;
	readonly streams: Readonly<Record<string, StreamDefinition<V>>>;
	readonly news: News;
	readonly log: HttpLog;
	/** The same for all endpoints of a process. */
	readonly turnBudget: TurnBudget;
	/** Every connection must be given `first` or `last`: for the public graph. */
	readonly requiresPaging: boolean;
	/** Only these documents are executed; null: any that the guard allows. */
	readonly trusted?: TrustedDocuments | null;
	/** Base address of the site, without a slash at its end; known once it listens. */
	address(): string;
	/** The sign-in token in a Cookie header; null where there is none, or where the endpoint takes no cookies. */
	tokenIn(cookie: string | undefined): string | null;
	/** Somebody without a person where the token is missing, unknown, ended or expired. */
	viewerOfToken(token: string | null): Promise<V>;
}

/** One schema with its guard and its live engine: the same verdict and the same viewer over HTTP and WebSocket. */
export function createEndpoint<V extends LiveViewer>(parts: EndpointParts<V>): Endpoint {
	const { schema, streams, news, log, turnBudget, tokenIn, viewerOfToken } = parts;
	const guard = createGuard(parts);
	const live = createLive<V>({
		schema,
		guard,
		streams,
		news,
		log,
		turnBudget,
		async viewerOf({ cookie }) {
			const token = tokenIn(cookie);
			const viewer = await viewerOfToken(token);
			return isStale(token, viewer) ? null : viewer;
		},
		contextFor: (viewer, facts) => createContext({ viewer, facts, origin: parts.address() }),
		formatError: log.formatError,
	});
	return {
		schema,
		guard,
		live,
		turnBudget,
		async contextFor(facts) {
			const token = tokenIn(facts.cookie);
			const viewer = await viewerOfToken(token);
			// The browser need not show it again, and its socket will not be turned away for it.
			if (isStale(token, viewer)) facts.reply?.clearSignInCookie();
			return createContext({ viewer, facts, origin: parts.address() });
		},
	};
}

/** A sign-in that ended or expired, or that never was. */
function isStale(token: string | null, viewer: LiveViewer): boolean {
	return token !== null && viewer.personId === null;
}
