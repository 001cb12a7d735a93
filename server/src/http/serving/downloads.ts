import type { FastifyInstance } from "fastify";

/** A file as it is sent. */
export interface Download {
	/** The content type. */
	readonly type: string;
	readonly bytes: Buffer;
	/** In quotes; the same as long as the bytes are. */
	readonly etag: string;
}

/** Who asks for what. */
export interface DownloadWish {
	/** The parts of the address that the route names. */
	readonly params: Readonly<Record<string, string>>;
	/** The Cookie header. */
	readonly cookie: string | undefined;
}

/** By route, such as "/polls/:id/board.json": the file that is there for whoever asks; null: none. */
export type Downloads = Readonly<Record<string, (wish: DownloadWish) => Promise<Download | null>>>;

/**
 * [H15] Serves files that rooms put together. What does not exist and what is not for whoever asks get the same 404. The
 * bytes are the room's own, shared by all who download them: they are not copied for each.
 */
export function serveDownloads(app: FastifyInstance, downloads: Downloads): void {
	for (const [route, find] of Object.entries(downloads))
		app.get<{ Params: Record<string, string> }>(route, async (request, reply) => {
			const { params, headers } = request;
			const found = await find({ params, cookie: headers.cookie });
			if (!found) return reply.callNotFound();
			void reply.headers({ etag: found.etag, vary: "cookie", "cache-control": "private, no-cache" });
			if (isKnown(headers["if-none-match"], found.etag)) return reply.code(304).send();
			return reply.type(found.type).send(found.bytes);
		});
}

/** RFC 9110 §13.1.2, compared weakly. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
	const known = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
	return known.includes(etag) || known.includes("*");
}
