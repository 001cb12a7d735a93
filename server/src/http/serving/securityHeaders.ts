import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** Sends strict headers with every answer: nothing from third parties, no inline script, no framing. */
export async function sendSecurityHeaders(app: FastifyInstance, isProduction: boolean): Promise<void> {
	await app.register(helmet, {
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'self'"],
				// Ballots are sealed by libsodium, which is WebAssembly; scripts are compiled from no text all the same.
				scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
				// Tiptap and React Aria add style elements; the editor's cursors set style attributes.
				styleSrc: ["'self'", "'unsafe-inline'"],
				imgSrc: ["'self'", "data:", "blob:"],
				// Safari's 'self' does not cover the WebSocket of the same host.
				connectSrc: [
					"'self'",
					(request) => `ws://${hostOf(request)}`,
					(request) => `wss://${hostOf(request)}`,
				],
				objectSrc: ["'none'"],
				baseUri: ["'none'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"],
				...(isProduction && { upgradeInsecureRequests: [] }),
			},
		},
		strictTransportSecurity: isProduction ? { maxAge: 31_536_000, includeSubDomains: false } : false,
		referrerPolicy: { policy: "same-origin" },
		frameguard: { action: "deny" },
	});
	app.addHook("onSend", async (_request, reply) => {
		void reply.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
	});
}

/** The Host header, if it is one: it becomes part of a header of ours. */
function hostOf(request: Pick<FastifyRequest["raw"], "headers">): string {
	const host = request.headers.host ?? "";
	return /^[\w.-]+(:\d+)?$/.test(host) ? host : "localhost";
}
