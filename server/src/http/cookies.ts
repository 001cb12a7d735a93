import type { FastifyReply } from "fastify";

/** What decides how the sign-in cookie looks. */
export interface CookieConfig {
	readonly isProduction: boolean;
}

/** Puts the sign-in cookie on a reply, or takes it away. */
export interface ReplyCookies {
	/** Throws where there is no reply to set a cookie on (a WebSocket). Called before signing in uses anything up. */
	assertCanSignIn(): void;
	/** HttpOnly, SameSite=Lax, path /, Secure in production; kept until `expires`, or until the browser closes. */
	setSignInCookie(token: string, expires?: Date): void;
	clearSignInCookie(): void;
}

/** The cookie's name. The prefix makes browsers refuse it without Secure, from subdomains, or for a path. */
function signInCookieName({ isProduction }: CookieConfig): string {
	return isProduction ? "__Host-crossroads" : "crossroads";
}

/** The sign-in token in a Cookie header, or null. The first of several counts. */
export function signInTokenOf(cookieHeader: string | undefined, config: CookieConfig): string | null {
	const start = `${signInCookieName(config)}=`;
	const found = (cookieHeader ?? "").split(";").find((part) => part.trim().startsWith(start));
	return found ? found.trim().slice(start.length) || null : null;
}

/** The cookies of one reply. Tokens must be of characters that cookies may hold (base64url). */
export function replyCookies(reply: FastifyReply, config: CookieConfig): ReplyCookies {
	const name = signInCookieName(config);
	const options = { httpOnly: true, sameSite: "lax", secure: config.isProduction, path: "/" } as const;
	return {
		assertCanSignIn: () => undefined,
		setSignInCookie: (token, expires) =>
			void reply.setCookie(name, token, { ...options, ...(expires && { expires }) }),
		clearSignInCookie: () => void reply.clearCookie(name, options),
	};
}
