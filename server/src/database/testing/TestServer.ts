import "vitest";

/** What the global setup hands to each test file: a server, or why there is none. */
export type TestServer =
	| { readonly adminUrl: string; readonly template: string }
	| { readonly unavailable: string };

declare module "vitest" {
	export interface ProvidedContext {
		testServer: TestServer;
	}
}
