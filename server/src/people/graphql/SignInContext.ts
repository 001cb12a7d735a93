import type { Viewer } from "../domain/Viewer.ts";

/** What this room's resolvers need of the request; the context of http/ has it all. */
export interface SignInContext {
	/** Becomes the new person when the request signs in, so that the answer's fields are theirs. */
	viewer: Viewer;
	/** What the browser calls itself. */
	readonly userAgent?: string | null;
	/** Throws where no cookie can be set (a WebSocket). Asked before anything is used up by signing in. */
	assertCanSignIn?(): void;
	setSignInCookie(token: string, expires: Date): void;
	clearSignInCookie(): void;
}
