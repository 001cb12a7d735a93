import { graphql } from "graphql";
import type { Database } from "../../database/index.ts";
import { networkResolvers } from "../../network/graphql/index.ts";
import { createNetworkRoom } from "../../network/index.ts";
import type { Viewer } from "../../people/index.ts";
import { programmeResolvers } from "../../programme/graphql/index.ts";
import { createProgrammeRoom } from "../../programme/index.ts";
import { recommendationsResolvers } from "../../recommendations/graphql/index.ts";
import { createRecommendationsRoom } from "../../recommendations/index.ts";
import { votingResolvers } from "../graphql/index.ts";
import { buildTestSchema } from "./buildTestSchema.ts";
import { aVotingWorld, type VotingWorld } from "./votingWorld.ts";

/** Asks the members' graph; throws on an error. */
export type AskGraph = (
	viewer: Viewer,
	source: string,
	variables?: Record<string, unknown>,
	// biome-ignore lint/suspicious/noExplicitAny: answers are looked into
) => Promise<any>;

/** A voting world of its own behind the members' graph. */
export async function aVotingGraph(database: Database): Promise<{ world: VotingWorld; ask: AskGraph }> {
	const world = await aVotingWorld(database);
	const deps = { database, clock: () => world.time.now, announce: () => undefined };
	const network = createNetworkRoom(deps);
	const programme = createProgrammeRoom({ ...deps, mailer: {} as never, people: {} as never });
	const recommendations = createRecommendationsRoom({ ...deps, drafts: {} as never, agenda: {} as never });
	const schema = await buildTestSchema([
		...networkResolvers(network),
		...programmeResolvers({ programme, network, people: {} as never }),
		...recommendationsResolvers({ recommendations, programme, initiatives: {} as never }),
		...votingResolvers({ voting: world.room, network, programme, recommendations }),
	]);
	const ask: AskGraph = async (viewer, source, variableValues = {}) => {
		const answer = await graphql({ schema, source, variableValues, contextValue: { viewer } });
		if (answer.errors?.[0]) throw answer.errors[0];
		return JSON.parse(JSON.stringify(answer.data));
	};
	return { world, ask };
}
