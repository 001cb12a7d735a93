import { type GraphQLSchema, graphql } from "graphql";
import type { Database } from "../../database/index.ts";
import { networkResolvers } from "../../network/graphql/index.ts";
import { createNetworkRoom } from "../../network/index.ts";
import type { Viewer } from "../../people/index.ts";
import { programmeResolvers } from "../../programme/graphql/index.ts";
import { createProgrammeRoom } from "../../programme/index.ts";
import { recommendationsResolvers } from "../../recommendations/graphql/index.ts";
import { createRecommendationsRoom } from "../../recommendations/index.ts";
import { votingResolvers, votingStreams } from "../graphql/index.ts";
import { buildTestSchema } from "./buildTestSchema.ts";
import { aVotingWorld, type VotingWorld } from "./votingWorld.ts";

/** Asks the members' graph; throws on an error. */
export type AskGraph = (
	viewer: Viewer,
	source: string,
	variables?: Record<string, unknown>,
	// biome-ignore lint/suspicious/noExplicitAny: answers are looked into
) => Promise<any>;

/** A voting world behind the members' graph, with its statements counted. */
export interface VotingGraph {
	readonly world: VotingWorld;
	readonly schema: GraphQLSchema;
	readonly streams: ReturnType<typeof votingStreams>;
	/** Statements outside transactions since this was last set to 0. */
	statements: number;
	readonly ask: AskGraph;
	/** Asks, counting statements anew; gives the errors' messages beside the data. */
	look(
		...asked: Parameters<AskGraph>
		// biome-ignore lint/suspicious/noExplicitAny: answers are looked into
	): Promise<{ data: any; errors: readonly string[] }>;
}

/** A voting world of its own behind the members' graph. */
export async function aVotingGraph(database: Database): Promise<VotingGraph> {
	const count = { statements: 0 };
	const counted: Database = {
		query(...statement) {
			count.statements += 1;
			return database.query(...statement);
		},
		fork: () => database.fork(),
		transaction: (work) => database.transaction(work),
		isReady: () => database.isReady(),
		close: () => Promise.resolve(),
	};
	const world = await aVotingWorld(counted);
	const deps = { database: counted, clock: () => world.time.now, announce: () => undefined };
	const network = createNetworkRoom(deps);
	const programme = createProgrammeRoom({ ...deps, mailer: {} as never, people: {} as never });
	const recommendations = createRecommendationsRoom({ ...deps, drafts: {} as never, agenda: {} as never });
	const rooms = { voting: world.room, network, programme, recommendations };
	const schema = await buildTestSchema([
		...networkResolvers(network),
		...programmeResolvers({ programme, network, people: {} as never }),
		...recommendationsResolvers({ recommendations, programme, initiatives: {} as never }),
		...votingResolvers(rooms),
	]);
	const look: VotingGraph["look"] = async (viewer, source, variableValues = {}) => {
		count.statements = 0;
		const answer = await graphql({ schema, source, variableValues, contextValue: { viewer } });
		const errors = (answer.errors ?? []).map(({ message }) => message);
		return { data: JSON.parse(JSON.stringify(answer.data ?? null)), errors };
	};
	const ask: AskGraph = async (...asked) => {
		const { data, errors } = await look(...asked);
		if (errors[0] !== undefined) throw new Error(errors[0]);
		return data;
	};
	return Object.assign(count, { world, schema, streams: votingStreams(rooms), look, ask });
}
