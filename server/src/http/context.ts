import { GraphQLError } from "graphql";
import type { UpgradeFacts } from "../live/index.ts";
import type { ReplyCookies } from "./cookies.ts";

// biome-ignore lint/suspicious/noExplicitAny: http knows no room; only the rooms know what a viewer is
type AnyViewer = any;

/** What every resolver gets as its context. `V` is the house's viewer; http knows no room. */
export interface RequestContext<V = AnyViewer> extends ReplyCookies {
	/**
	 * Who asks. In a shared live group: the group's viewer, with neither person nor sign-in. A mutation that signs
	 * somebody in or out sets it, so that the rest of its answer is theirs.
	 */
	viewer: V;
	/** The language the asker reads best, of those we speak; "en" where it is not known. */
	readonly locale: string;
	/** Base address of the site, without a slash at its end: for links in mails. */
	readonly origin: string;
	/** What the browser calls itself, at most 200 characters; null where it is not known. */
	readonly userAgent: string | null;
	/** What `create` returned when first asked for under this key in this request: for loaders, never shared. */
	once<T>(key: object, create: () => T): T;
}

/** What a context is made of. */
export interface ContextParts<V> {
	readonly viewer: V;
	readonly origin: string;
	/** What is known of the request; null for a shared live group. */
	readonly facts: RequestFacts | null;
}

/** A new context, for one request or one execution of a live group. */
export function createContext<V>({ viewer, origin, facts }: ContextParts<V>): RequestContext<V> {
	const kept = new Map<object, unknown>();
	const reply = facts?.reply ?? noReply;
	return {
		viewer,
		origin,
		locale: localeOf(facts?.acceptLanguage),
		userAgent: facts?.userAgent?.slice(0, 200) ?? null,
		assertCanSignIn: () => reply.assertCanSignIn(),
		setSignInCookie: (token, expires) => reply.setSignInCookie(token, expires),
		clearSignInCookie: () => reply.clearSignInCookie(),
		once<T>(key: object, create: () => T): T {
			if (!kept.has(key)) kept.set(key, create());
			return kept.get(key) as T;
		},
	};
}

function needsHttp(): never {
	throw new GraphQLError("Signing in and out needs an HTTP request: a WebSocket cannot set a cookie.", {
		extensions: { code: "SIGN_IN_NEEDS_HTTP" },
	});
}

const noReply: ReplyCookies = {
	assertCanSignIn: needsHttp,
	setSignInCookie: needsHttp,
	clearSignInCookie: needsHttp,
};

/** What is known of whoever sends a request, however it comes. */
export interface RequestFacts extends UpgradeFacts {
	readonly userAgent?: string | undefined;
	/** Only over HTTP. */
	readonly reply?: ReplyCookies | undefined;
}

const SPOKEN = ["en", "fr"];

/** The first language of an Accept-Language header that we speak. Weights are taken in the order given. */
function localeOf(acceptLanguage: string | undefined): string {
	const wanted = (acceptLanguage ?? "").slice(0, 200).split(",");
	const bases = wanted.map((part) => part.trim().slice(0, 2).toLowerCase());
	return bases.find((base) => SPOKEN.includes(base)) ?? "en";
}
