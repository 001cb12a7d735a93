import { Field, ID, InterfaceType } from "type-graphql";
import { globalId, type NodeKind } from "../domain/globalId.ts";

/** Everything that has a global id. */
@InterfaceType("Node", {
	description: "Something with an id that is unique over all types.",
	resolveType: (node: NodeOf<object>) => node.nodeKind,
})
export abstract class PublicNode {
	@Field(() => ID, { description: "Opaque, and unique over all types." })
	id!: string;
}

/** A row as a view: its id is global, its own id is `key`. What its type has no field for cannot be asked for. */
export type NodeOf<Row extends object> = Omit<Row, "id"> & {
	readonly nodeKind: NodeKind;
	readonly id: string;
	readonly key: string;
};

/** The view of a row. */
export function nodeOf<Row extends { readonly id: string }>(nodeKind: NodeKind, row: Row): NodeOf<Row> {
	return { ...row, nodeKind, id: globalId(nodeKind, row.id), key: row.id };
}

/** The view of a row, or null. */
export function nodeOrNull<Row extends { readonly id: string }>(
	nodeKind: NodeKind,
	row: Row | null,
): NodeOf<Row> | null {
	return row && nodeOf(nodeKind, row);
}
