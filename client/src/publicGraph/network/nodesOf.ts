/** The nodes of a connection, in its order. */
export function nodesOf<Node>(connection: { edges: readonly { node: Node }[] }): Node[] {
	return connection.edges.map((edge) => edge.node);
}
