import { ApolloProvider } from "@apollo/client/react";
import { StrictMode, Suspense } from "react";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { memberClient } from "../apollo/index.ts";
import { routes } from "./routes.tsx";

const router = createBrowserRouter(routes);

/** The whole client. Apollo's default client is the members'; public pages name theirs. */
export function App() {
	return (
		<StrictMode>
			<ApolloProvider client={memberClient}>
				<Suspense>
					<RouterProvider router={router} />
				</Suspense>
			</ApolloProvider>
		</StrictMode>
	);
}
