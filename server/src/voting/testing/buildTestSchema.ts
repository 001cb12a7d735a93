import type { GraphQLSchema } from "graphql";
import { buildSchema, type NonEmptyArray } from "type-graphql";

/** A schema of these resolver instances, as the house builds its two: an explicit list, and a container of them. */
export function buildTestSchema(instances: readonly object[]): Promise<GraphQLSchema> {
	const byClass = new Map(instances.map((instance) => [instance.constructor, instance]));
	return buildSchema({
		resolvers: [...byClass.keys()] as unknown as NonEmptyArray<() => void>,
		container: { get: (resolverClass) => byClass.get(resolverClass) },
		validate: false,
		// Subscriptions are served by live/; TypeGraphQL insists on having something here.
		pubSub: { publish: () => undefined, subscribe: () => [] as never },
	});
}
