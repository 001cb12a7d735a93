import { useSearchParams } from "react-router";
import { NetworksDocument, type NetworksQuery } from "../gql/graphql.ts";
import { usePublicQuery } from "./usePublicQuery.ts";

/** A network as the header and the links need it. */
export type NetworkInView = NetworksQuery["networks"]["edges"][number]["node"];

/** The network that the pages are about: the address' `?network=CODE`, else the first. Undefined while unknown; null where there is none. */
export function useNetworkInView(): NetworkInView | null | undefined {
	return useNetworks().inView;
}

/** All networks of this server with the one in view, and the state of the answer that they came by. */
export function useNetworks() {
	const [search] = useSearchParams();
	const result = usePublicQuery(NetworksDocument, {});
	const all = result.data?.networks.edges.map((edge) => edge.node);
	const named = all?.find((network) => network.code === search.get("network"));
	return { result, all, inView: all && (named ?? all[0] ?? null) };
}
