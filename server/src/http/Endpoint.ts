import type { GraphQLSchema } from "graphql";
import type { Guard, Live, TurnBudget } from "../live/index.ts";
import type { RequestContext, RequestFacts } from "./context.ts";

/** One GraphQL endpoint: the same schema and guard over HTTP and, by its live engine, over WebSocket. */
export interface Endpoint {
	readonly schema: GraphQLSchema;
	readonly guard: Guard;
	readonly live: Live;
	/** How long documents may be judged in one turn [L17]. */
	readonly turnBudget: TurnBudget;
	/** The context of one HTTP request. Where the endpoint takes no cookies, the facts hold none. */
	contextFor(facts: RequestFacts): Promise<RequestContext> | RequestContext;
}
