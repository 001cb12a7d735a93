import { existsSync } from "node:fs";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * Serves the built client. Files whose names hold their hash are kept for a year; the page itself is asked for every
 * time. Any other address that a browser navigates to gets the page, which finds its own way.
 */
export async function serveClient(app: FastifyInstance, clientDist: string | null): Promise<void> {
	const hasClient = clientDist !== null && existsSync(clientDist);
	if (hasClient) {
		await app.register(fastifyStatic, {
			root: clientDist,
			cacheControl: false,
			setHeaders: (response, path) =>
				void response.header(
					"cache-control",
					path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
				),
		});
	}
	app.setNotFoundHandler(async (request, reply) => {
		const isNavigation =
			["GET", "HEAD"].includes(request.method) && request.headers.accept?.includes("text/html");
		if (hasClient && isNavigation && !request.url.includes("/graphql")) return reply.sendFile("index.html");
		return reply.code(404).send({ errors: [{ message: "Not found.", extensions: { code: "NOT_FOUND" } }] });
	});
}
