import "reflect-metadata";
import { type GraphQLNamedType, GraphQLObjectType, type GraphQLSchema, isSpecifiedScalarType } from "graphql";
import { describe, expect, test } from "vitest";
import { networkResolvers } from "../network/graphql/index.ts";
import { peopleResolvers } from "../people/graphql/index.ts";
import { programmeResolvers } from "../programme/graphql/index.ts";
import { recommendationsResolvers } from "../recommendations/graphql/index.ts";
import { votingResolvers } from "../voting/graphql/index.ts";
import { buildTestSchema } from "../voting/testing/buildTestSchema.ts";
import { publicResolvers } from "./graphql/index.ts";

const room = {} as never;

function memberInstances(): object[] {
	return [
		...peopleResolvers(room),
		...networkResolvers(room),
		...programmeResolvers({ programme: room, network: room, people: room }),
		...recommendationsResolvers({ recommendations: room, programme: room, initiatives: room }),
		...votingResolvers({ voting: room, network: room, programme: room, recommendations: room }),
	];
}

function fieldsOf(schema: GraphQLSchema, type: string): string[] {
	return Object.keys((schema.getType(type) as GraphQLObjectType).getFields());
}

describe("the two schemas of one process", () => {
	test.each([
		["members first", true],
		["public first", false],
	])("are built, %s, and neither has the other's fields", async (_, isMembersFirst) => {
		const build = {
			member: () => buildTestSchema(memberInstances()),
			public: () => buildTestSchema(publicResolvers({ reads: {} } as never)),
		};
		const [first, second] = isMembersFirst
			? [await build.member(), await build.public()]
			: [await build.public(), await build.member()];
		const [member, everybody] = isMembersFirst ? [first, second] : [second, first];
		expect(fieldsOf(member, "Network")).not.toContain("currentPolls");
		expect(fieldsOf(everybody, "Network")).toContain("currentPolls");
		expect(member.getType("Node")).toBeUndefined();
		for (const secret of [
			"Viewer",
			"Session",
			"Delegate",
			"PanelMember",
			"Poll",
			"Ballot",
			"Draft",
			"Role",
		]) {
			expect(everybody.getType(secret)).toBeUndefined();
		}
		expect(everybody.getMutationType()).toBeUndefined();
	});

	test("everything in the public schema is described", async () => {
		const schema = await buildTestSchema(publicResolvers({ reads: {} } as never));
		const types = Object.values(schema.getTypeMap()).filter(isOurs);
		const undescribed = types.flatMap((type) => [
			...(type.description || isRoot(type.name) ? [] : [type.name]),
			...undescribedFields(type),
		]);
		expect(undescribed).toEqual([]);
	});
});

function isOurs(type: GraphQLNamedType): boolean {
	return !type.name.startsWith("__") && !isSpecifiedScalarType(type);
}

function isRoot(name: string): boolean {
	return name === "Query" || name === "Subscription";
}

function undescribedFields(type: GraphQLNamedType): string[] {
	const fields = type instanceof GraphQLObjectType ? Object.values(type.getFields()) : [];
	return fields.flatMap((field) => [
		...(field.description ? [] : [`${type.name}.${field.name}`]),
		...field.args
			.filter(({ description }) => !description)
			.map(({ name }) => `${type.name}.${field.name}(${name})`),
	]);
}
