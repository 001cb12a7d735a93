/** What the shell needs of the browser; the worker's own in the application. */
export interface ShellWorld {
	readonly caches: Pick<CacheStorage, "open" | "keys" | "delete">;
	fetch(request: Request | string, init?: RequestInit): Promise<Response>;
	/** The address that the worker was loaded from. */
	readonly origin: string;
}

const family = "crossroads-shell-";

/** The page itself; whatever the address, it finds its own way. */
const page = "/index.html";

/** How long the network may take to bring the page, in milliseconds, before the one that is kept is shown. */
const patience = 5_000;

/**
 * The application's own files, kept on the device, so that a page can be opened again without a connection. Only they:
 * what the graph answers is never kept here. `files`: addresses on this origin, the page's among them; `version`: another
 * one for every other set of files.
 */
export class Shell {
	constructor(
		private readonly world: ShellWorld,
		private readonly version: string,
		private readonly files: readonly string[],
	) {}

	/** Fetches every file. Rejects unless all of them came: then there is nothing to serve from. */
	async keep(): Promise<void> {
		const cache = await this.#cache();
		const keepOne = async (file: string) => {
			// Files whose names hold their hash may come from the browser's memory; the others must be the newest.
			const isHashed = file.startsWith("/assets/");
			const response = await this.world.fetch(file, { cache: isHashed ? "default" : "reload" });
			if (!response.ok) throw new Error(`${file} was not there: ${response.status}`);
			await cache.put(file, response);
		};
		await Promise.all(this.files.map(keepOne));
	}

	/** Removes the files of former versions; to be called when no page uses them any more. */
	async forgetFormer(): Promise<void> {
		const names = await this.world.caches.keys();
		const former = names.filter((name) => name.startsWith(family) && name !== this.#name);
		await Promise.all(former.map((name) => this.world.caches.delete(name)));
	}

	/** The answer to a page's request; null: none of the shell's business, the browser goes on as without us. */
	answer(request: Request): Promise<Response> | null {
		const { origin, pathname } = new URL(request.url);
		if (request.method !== "GET" || origin !== this.world.origin) return null;
		if (request.mode === "navigate") return isOfTheServer(pathname) ? null : this.#page(request);
		return this.files.includes(pathname) && pathname !== page ? this.#file(request, pathname) : null;
	}

	/** The newest page where the network brings it; the kept one where it does not. */
	async #page(request: Request): Promise<Response> {
		const fetched = this.world.fetch(request);
		const tired = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
		const inTime = await Promise.race([fetched, tired]).catch(() => null);
		if (inTime) return inTime;
		return (await (await this.#cache()).match(page)) ?? fetched;
	}

	async #file(request: Request, pathname: string): Promise<Response> {
		return (await (await this.#cache()).match(pathname)) ?? this.world.fetch(request);
	}

	#cache(): Promise<Cache> {
		return this.world.caches.open(this.#name);
	}

	get #name(): string {
		return family + this.version;
	}
}

/** Addresses at which the server answers itself, rather than with the page. */
function isOfTheServer(pathname: string): boolean {
	return /^\/(public\/)?graphql$|^\/(healthz|readyz)$|^\/(assets|\.well-known)\/|^\/polls\/[^/]+\/board\.json$/.test(
		pathname,
	);
}
