/**
 * The codes with which a live socket is closed. Both ends import them; the meanings of 4400–4500 are those of
 * graphql-transport-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md).
 */
export const CloseCode = {
	/** The server is stopping or restarting: come back, after a random moment. */
	ServiceRestart: 1012,
	/** The server could not check who you are just now: come back later. */
	TryAgainLater: 1013,
	/** The message was larger than a frame may be (sent by the WebSocket layer). */
	MessageTooBig: 1009,
	InternalServerError: 4500,
	BadRequest: 4400,
	/** Something was asked before the connection was acknowledged. */
	Unauthorized: 4401,
	/** The sign-in is over, or nothing is left that you may see. Ask who you are before you come back. */
	Forbidden: 4403,
	SubprotocolNotAcceptable: 4406,
	ConnectionInitialisationTimeout: 4408,
	SubscriberAlreadyExists: 4409,
	/** The client does not read what it is sent. Come back and resume. */
	TooSlow: 4413,
	TooManyInitialisationRequests: 4429,
	/** One sign-in has too many sockets open. */
	TooManySockets: 4430,
	/** More messages in a second than a person can cause. */
	TooManyMessages: 4431,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** Whether a client should connect again by itself after this code, resuming its subscriptions. */
export function isWorthReconnecting(code: number): boolean {
	return !FINAL_CODES.has(code);
}

const FINAL_CODES: ReadonlySet<number> = new Set([
	CloseCode.MessageTooBig,
	CloseCode.InternalServerError,
	CloseCode.BadRequest,
	CloseCode.Unauthorized,
	CloseCode.Forbidden,
	CloseCode.SubprotocolNotAcceptable,
	CloseCode.SubscriberAlreadyExists,
	CloseCode.TooManyInitialisationRequests,
	CloseCode.TooManySockets,
]);
