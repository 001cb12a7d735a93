import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Live } from "../../live/index.ts";

/** Where sockets may be opened. */
export interface UpgradeRoute {
	readonly live: Live;
	/** Whether the endpoint takes cookies: then only our own pages may open a socket [threat 26]. */
	readonly acceptsCookies: boolean;
}

/** Which pages are our own. */
export interface OwnPages {
	/** The configured address; null: none is. */
	readonly origin: string | null;
	/** Whether only pages of that address are; else also those of the host that was asked. */
	readonly isStrict: boolean;
}

/** Takes WebSocket upgrades on the server to the live engine of their path; 404 elsewhere, 403 for foreign pages. */
export function serveUpgrades(
	app: FastifyInstance,
	routes: Readonly<Record<string, UpgradeRoute>>,
	ownPages: OwnPages,
): void {
	app.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on("error", endSocket);
		const path = (request.url ?? "").split("?")[0] ?? "";
		const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
		if (!route) return refuse(socket, "404 Not Found");
		if (route.acceptsCookies && !isOwnPage(request, ownPages)) return refuse(socket, "403 Forbidden");
		if (!route.acceptsCookies) delete request.headers.cookie;
		if (keptBytes(request) > MOST_KEPT_BYTES) return refuse(socket, "431 Request Header Fields Too Large");
		route.live.accept(request, socket, head);
	});
}

/** Of the headers that a socket remembers for as long as it lives; honest ones need 500. */
const MOST_KEPT_BYTES = 2_048;

function keptBytes({ headers }: IncomingMessage): number {
	const { cookie = "", host = "", "accept-language": language = "" } = headers;
	return cookie.length + host.length + language.length;
}

/** One for all sockets: there are thousands. */
function endSocket(this: Duplex): void {
	this.destroy();
}

/**
 * Browsers always send Origin with an upgrade, "null" from sandboxed pages; whoever sends none is no browser and has
 * nobody else's cookies. In production the scheme counts too: a page over http, which anybody may have written, is not ours.
 */
function isOwnPage({ headers }: IncomingMessage, { origin: own, isStrict }: OwnPages): boolean {
	const { origin, host } = headers;
	if (origin === undefined || origin === own) return true;
	if (isStrict && own !== null) return false;
	return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Nobody reads on: what comes after the request would keep its end from ever being noticed, and the socket open for
 * good. So it is destroyed when the answer has left.
 */
function refuse(socket: Duplex, status: string): void {
	socket.once("finish", endSocket);
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
