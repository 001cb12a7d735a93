import { useSearchParams } from "react-router";

/** Makes a path that stays in the network that the address names; as it is where none is named. */
export function useNetworkLink(): (path: string) => string {
	const [search] = useSearchParams();
	const network = search.get("network");
	return (path) => (network ? `${path}?network=${encodeURIComponent(network)}` : path);
}
