export {
	type ContextParts,
	createContext,
	type RequestContext,
	type RequestFacts,
} from "./context.ts";
export { type CookieConfig, type ReplyCookies, signInTokenOf } from "./cookies.ts";
export { createEndpoint } from "./createEndpoint.ts";
export {
	createHttp,
	createHttpLog,
	type Http,
	type HttpConfig,
	type HttpLog,
	type HttpOptions,
} from "./createHttp.ts";
export type { Endpoint } from "./Endpoint.ts";
export type { FaultLog, FormatError } from "./errors.ts";
export { readTrustedDocuments, type TrustedDocuments } from "./guard/trustedDocuments.ts";
export type { Downloads } from "./serving/downloads.ts";
export type { ReadyCheck } from "./serving/health.ts";
