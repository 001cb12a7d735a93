/** How much one connection may send, and how long it may take: each with its reason. All are overridable by tests. */
export interface HttpLimits {
	/** Bytes of a request's body: a push of a draft may carry 256 kB (a long paste), a third more as base64. */
	readonly bodyBytes: number;
	/** Bytes of all headers of a request: cookies and languages need 2 kB. */
	readonly headerBytes: number;
	/** ms until a request's headers must be here: a browser sends them in one go. */
	readonly headersMs: number;
	/** ms until the whole request must be here: 400 kB on a bad phone line. */
	readonly requestMs: number;
	/** ms that a connection may idle between two requests. */
	readonly keepAliveMs: number;
	/** ms in which nothing at all is sent or taken: an answer that nobody reads is not kept longer. */
	readonly stalledMs: number;
	/** ms between looks for connections that take too long: they live at most this much longer than they may. */
	readonly checkMs: number;
	/** Connections at a time: five thousand phones with two sockets each, and as many again; beyond, new ones are closed. */
	readonly connections: number;
}

export const httpLimits: HttpLimits = {
	bodyBytes: 400 * 1024,
	headerBytes: 16 * 1024,
	headersMs: 10_000,
	requestMs: 15_000,
	keepAliveMs: 30_000,
	stalledMs: 60_000,
	checkMs: 2_000,
	connections: 20_000,
};
