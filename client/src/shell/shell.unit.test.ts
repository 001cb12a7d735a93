import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Shell, type ShellWorld } from "./shell.ts";

const origin = "https://crossroads.example";
const files = ["/index.html", "/favicon.svg", "/assets/index-1.js"];

/** A browser whose network can be cut, or be slow without end. */
function browser() {
	const kept = new Map<string, Map<string, Response>>();
	const network = { state: "up" as "up" | "down" | "silent", asked: [] as string[] };
	const world: ShellWorld = {
		origin,
		caches: {
			async open(name: string) {
				const cache = kept.get(name) ?? new Map<string, Response>();
				kept.set(name, cache);
				return {
					put: async (file: string, response: Response) => void cache.set(file, response),
					match: async (file: string) => cache.get(file)?.clone(),
				} as unknown as Cache;
			},
			keys: async () => [...kept.keys()],
			delete: async (name) => kept.delete(name),
		},
		async fetch(request) {
			const path = typeof request === "string" ? request : new URL(request.url).pathname;
			network.asked.push(path);
			if (network.state === "down") throw new TypeError("Failed to fetch");
			if (network.state === "silent") return new Promise(() => {});
			const isThere = !path.includes("gone");
			return new Response(`${path} of the network`, { status: isThere ? 200 : 404 });
		},
	};
	return { world, network, kept };
}

const asked = (path: string, mode = "no-cors", method = "GET") =>
	({ url: new URL(path, origin).href, mode, method }) as Request;
const bodyOf = async (answer: Promise<Response> | null) => (answer ? (await answer).text() : null);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("the application's own files on the device", () => {
	test("any address of the application opens without a connection, with the files of the version that is kept", async () => {
		const { world, network } = browser();
		const shell = new Shell(world, "v1", files);
		await shell.keep();
		network.state = "down";
		expect(await bodyOf(shell.answer(asked("/drafts/7?history=", "navigate")))).toBe(
			"/index.html of the network",
		);
		expect(await bodyOf(shell.answer(asked("/assets/index-1.js")))).toBe("/assets/index-1.js of the network");
	});

	test("with a connection the page is the newest, and files that are kept are not asked for", async () => {
		const { world, network } = browser();
		const shell = new Shell(world, "v1", files);
		await shell.keep();
		network.asked.length = 0;
		expect(await bodyOf(shell.answer(asked("/home", "navigate")))).toBe("/home of the network");
		await shell.answer(asked("/assets/index-1.js"));
		expect(network.asked).toEqual(["/home"]);
	});

	test("a network that does not answer is waited for five seconds", async () => {
		const { world, network } = browser();
		const shell = new Shell(world, "v1", files);
		await shell.keep();
		network.state = "silent";
		const answer = bodyOf(shell.answer(asked("/home", "navigate")));
		await vi.advanceTimersByTimeAsync(5_000);
		expect(await answer).toBe("/index.html of the network");
	});

	test("what the graph answers is none of its business, nor what is sent, nor other origins", () => {
		const shell = new Shell(browser().world, "v1", files);
		for (const request of [
			asked("/graphql", "cors", "POST"),
			asked("/graphql?query={viewer{id}}", "navigate"),
			asked("/public/graphql", "cors"),
			asked("/public/graphql", "navigate"),
			asked("/readyz", "navigate"),
			asked("/assets/of-another-version.js"),
			asked("https://elsewhere.example/assets/index-1.js"),
		])
			expect(shell.answer(request)).toBeNull();
	});

	test("a version of which a file is missing is not kept", async () => {
		const shell = new Shell(browser().world, "v2", [...files, "/assets/gone.js"]);
		await expect(shell.keep()).rejects.toThrow("/assets/gone.js was not there: 404");
	});

	test("the files of former versions go when the newer takes over; what others keep stays", async () => {
		const { world, kept } = browser();
		await new Shell(world, "v1", files).keep();
		await world.caches.open("somebody else's");
		const newer = new Shell(world, "v2", files);
		await newer.keep();
		expect(kept.size).toBe(3);
		await newer.forgetFormer();
		expect([...kept.keys()]).toEqual(["somebody else's", "crossroads-shell-v2"]);
	});

	test("twin: without what is kept, the page would not open", async () => {
		const { world, network } = browser();
		network.state = "down";
		await expect(new Shell(world, "v1", files).answer(asked("/home", "navigate"))).rejects.toThrow();
	});
});
