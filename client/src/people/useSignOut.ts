import { useMutation } from "@apollo/client/react";
import { useNavigate } from "react-router";
import { startAfresh } from "../apollo/index.ts";
import { SignOutDocument, SignOutEverywhereDocument } from "../gql/graphql.ts";

/** Signs out here, or on every device; then everything is read again as a stranger, from the home page. Rejects when the server was not reached: then we are still signed in. */
export function useSignOut() {
	const navigate = useNavigate();
	const [here] = useMutation(SignOutDocument);
	const [everywhere] = useMutation(SignOutEverywhereDocument);
	const then = async () => {
		await navigate("/");
		await startAfresh();
	};
	return {
		signOut: () => here().then(then),
		signOutEverywhere: () => everywhere().then(then),
	};
}
