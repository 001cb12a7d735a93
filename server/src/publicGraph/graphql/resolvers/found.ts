import type { NodeKind } from "../../domain/globalId.ts";
import { type NodeOf, nodeOf } from "../PublicNode.ts";

type Row = { readonly id: string };
type Load<R> = (id: string) => Promise<R | null>;

/** The view of a row that the tables say exists. Throws a fault if it does not. */
export async function found<R extends Row>(kind: NodeKind, load: Load<R>, id: string): Promise<NodeOf<R>> {
	const row = await load(id);
	if (!row) throw new Error(`A ${kind} that another row names is not there.`);
	return nodeOf(kind, row);
}

/** The view of a row, or null where there is no id or what it names is not public. */
export async function foundOrNull<R extends Row>(
	kind: NodeKind,
	load: Load<R>,
	id: string | null,
): Promise<NodeOf<R> | null> {
	const row = id === null ? null : await load(id);
	return row && nodeOf(kind, row);
}
