import { GraphQLError } from "graphql";
import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { MOST_EDGES, type Page, type PageWish, pageOf } from "../domain/connection.ts";
import type { NodeKind } from "../domain/globalId.ts";
import { type NodeOf, nodeOf } from "./PublicNode.ts";

/** The arguments of every connection. */
@ArgsType()
export class ConnectionArgs implements PageWish {
	@Field(() => Int, {
		nullable: true,
		description: `How many from the beginning, at most ${MOST_EDGES}; this or \`last\` is needed.`,
	})
	first?: number | null;

	@Field(() => String, { nullable: true, description: "Begin behind this cursor." })
	after?: string | null;

	@Field(() => Int, {
		nullable: true,
		description: `How many from the end, at most ${MOST_EDGES}; this or \`first\` is needed.`,
	})
	last?: number | null;

	@Field(() => String, { nullable: true, description: "End in front of this cursor." })
	before?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Where a page lies in its list." })
export class PageInfo {
	@Field(() => Boolean, { description: "Whether the list goes on behind this page." })
	hasNextPage!: boolean;

	@Field(() => Boolean, { description: "Whether the list begins before this page." })
	hasPreviousPage!: boolean;

	@Field(() => String, { nullable: true, description: "Cursor of the first edge; null without edges." })
	startCursor!: string | null;

	@Field(() => String, { nullable: true, description: "Cursor of the last edge; null without edges." })
	endCursor!: string | null;
}

/** [G3] The one way in which lists are given: a connection type and its edge type over a view class. */
export function connectionOver<View extends object>(name: NodeKind, viewClass: ClassType<View>) {
	@ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${name} in a list.` })
	class Edge {
		@Field(() => String, { description: "Opaque; for `after` and `before` of the same list." })
		cursor!: string;

		@Field(() => viewClass, { description: "What stands there." })
		node!: object;
	}

	@ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })
	class Connection {
		@Field(() => [Edge], { description: "The page." })
		edges!: readonly Edge[];

		@Field(() => PageInfo, { description: "Where the page lies in its list." })
		pageInfo!: PageInfo;

		@Field(() => Int, { description: "How many the whole list has." })
		totalCount!: number;
	}
	return Connection;
}

/** The page of the list that was asked for, as views. Throws BAD_USER_INPUT for what is no page of this list. */
export function connectionOf<Row extends { readonly id: string }>(
	list: string,
	nodeKind: NodeKind,
	rows: readonly Row[],
	wish: PageWish,
): Omit<Page<Row>, "edges"> & { readonly edges: readonly { cursor: string; node: NodeOf<Row> }[] } {
	const page = pageOf(list, rows, wish);
	if ("refusal" in page) throw new GraphQLError(page.refusal, { extensions: { code: "BAD_USER_INPUT" } });
	const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: nodeOf(nodeKind, node) }));
	return { ...page, edges };
}
