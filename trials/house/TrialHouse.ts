import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { enterDelegates, type StagedDelegate } from "../../bench/stage/enterDelegates.ts";
import { type OwnDatabase, ownDatabase } from "../../bench/stage/ownDatabase.ts";
import { killPostgres, urlOfPostgres } from "../../e2e/testing/ownPostgres.ts";
import { demoPlenary } from "../../e2e/testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "../../e2e/testing/startCrossroads.ts";
import { type OwnRedis, startRedis } from "./startRedis.ts";
import { within } from "./within.ts";

/** What can be killed. */
export type Victim = "server 1" | "server 2" | "PostgreSQL" | "Redis";

type Plenary = Awaited<ReturnType<typeof demoPlenary>>;

const STARTS_AT_MOST = 20;
const STARTING_MS = 90_000;
const STOPPING_MS = 30_000;

/** Two real servers on one PostgreSQL, with one Redis between them: everything the trial's own, and killable. */
export class TrialHouse {
	readonly servers: readonly RunningCrossroads[];
	readonly redis: OwnRedis | null;
	readonly plenary: Plenary;
	/** Starts that met a dead PostgreSQL and were tried again, as a supervisor does. */
	startsTriedAgain = 0;
	/** What went wrong with the servers themselves. */
	readonly faults: string[] = [];
	readonly #folder: string;
	readonly #database: OwnDatabase | null;
	readonly #down = new Set<Victim>();
	#isClosing = false;

	private constructor(
		parts: Pick<TrialHouse, "servers" | "redis" | "plenary">,
		folder: string,
		database: OwnDatabase | null,
	) {
		this.servers = parts.servers;
		this.redis = parts.redis;
		this.plenary = parts.plenary;
		this.#folder = folder;
		this.#database = database;
	}

	/** `databaseUrl`: somebody's PostgreSQL, on which a database of our own is made; it is not killed then. */
	static async open(databaseUrl: string | null): Promise<TrialHouse> {
		const folder = await mkdtemp(join(tmpdir(), "crossroads-trial-"));
		const database = databaseUrl ? await ownDatabase(databaseUrl) : null;
		const redis = await startRedis(folder);
		const environment = {
			DATA_DIR: join(folder, "data"),
			...(database && { DATABASE_URL: database.url }),
			...(redis && { REDIS_URL: redis.url }),
		};
		const servers: RunningCrossroads[] = [];
		try {
			for (let number = 0; number < 2; number += 1) servers.push(await startCrossroads(environment));
			const plenary = await demoPlenary((servers[0] as RunningCrossroads).address);
			return new TrialHouse({ servers, redis, plenary }, folder, database);
		} catch (fault) {
			for (const server of servers) await server.stop();
			await redis?.stop();
			if (!database) killPostgres(join(folder, "data"));
			await database?.drop();
			await rm(folder, { recursive: true, force: true });
			throw fault;
		}
	}

	/** What is there to be killed. */
	get victims(): Victim[] {
		const own: Victim[] = this.#database ? [] : ["PostgreSQL"];
		return ["server 1", "server 2", ...own, ...(this.redis ? (["Redis"] as const) : [])];
	}

	/** In words, for the trial's first line. */
	get description(): string {
		const postgres = this.#database
			? "a given PostgreSQL, which is not killed"
			: "their own embedded PostgreSQL";
		const redis = this.redis ? "a Redis of their own" : "no Redis (redis-server is not on this machine)";
		return `two servers, ${postgres}, ${redis}`;
	}

	get ports(): number[] {
		return this.servers.map(({ address }) => Number(new URL(address).port));
	}

	/** `kill -9`; false: it was not running. PostgreSQL is brought back by whichever server lives, the others by `revive`. */
	async kill(victim: Victim): Promise<boolean> {
		if (victim === "PostgreSQL") return killPostgres(join(this.#folder, "data"));
		if (this.#down.has(victim)) return false;
		this.assertAlive();
		this.#down.add(victim);
		await (victim === "Redis" ? this.redis?.kill() : this.#server(victim).kill());
		return true;
	}

	/** Starts it again, and again where it does not come up because PostgreSQL was killed in the middle of its start. */
	async revive(victim: Victim): Promise<void> {
		if (victim === "PostgreSQL" || !this.#down.has(victim)) return;
		for (let attempt = 1; !this.#isClosing; attempt += 1) {
			try {
				const started = victim === "Redis" ? this.redis?.restart() : this.#server(victim).restart();
				await within(STARTING_MS, Promise.resolve(started), () => `${victim} does not start`);
				this.#down.delete(victim);
				return;
			} catch (fault) {
				if (attempt === STARTS_AT_MOST) throw fault;
				this.startsTriedAgain += 1;
				await pause(200);
			}
		}
	}

	/** Throws where a server ended though nobody killed it. */
	assertAlive(): void {
		for (const [place, server] of this.servers.entries())
			if (!this.#down.has(`server ${place + 1}` as Victim) && !isRunning(server.pid))
				throw new Error(`server ${place + 1} ended by itself:\n${server.output().slice(-4_000)}`);
	}

	/** What the servers printed last. */
	get lastWords(): string {
		return this.servers
			.map(({ output }, place) => `── server ${place + 1} said last:\n${output().slice(-2_000)}`)
			.join("\n");
	}

	/** Work on a connection of its own to the database, begun again while PostgreSQL is away. */
	async sql<T>(work: (sql: pg.Client) => Promise<T>): Promise<T> {
		for (let attempt = 1; ; attempt += 1) {
			const sql = new pg.Client({ connectionString: this.#databaseUrl });
			sql.on("error", () => {});
			try {
				await sql.connect();
				return await work(sql);
			} catch (fault) {
				if (attempt === 60 || !isAway(fault)) throw fault;
				await pause(250);
			} finally {
				await sql.end().catch(() => {});
			}
		}
	}

	/** More people who are checked in and signed in. */
	enterDelegates(count: number): Promise<StagedDelegate[]> {
		return this.sql((sql) => enterDelegates(sql, this.plenary.session.id, count));
	}

	/** Stops whatever runs, and removes everything. */
	async close(): Promise<void> {
		this.#isClosing = true;
		for (const [place, server] of this.servers.entries()) {
			await within(STOPPING_MS, server.stop(), () => `server ${place + 1} does not stop`).catch((fault) => {
				this.faults.push(String(fault));
				return server.kill();
			});
		}
		await this.redis?.stop();
		if (!this.#database) killPostgres(join(this.#folder, "data"));
		await this.#database?.drop();
		await rm(this.#folder, { recursive: true, force: true });
	}

	get #databaseUrl(): string {
		return this.#database?.url ?? urlOfPostgres(join(this.#folder, "data"));
	}

	#server(victim: Victim): RunningCrossroads {
		return this.servers[victim === "server 1" ? 0 : 1] as RunningCrossroads;
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Refused, cut, starting or stopping: PostgreSQL's class 57P, and what the socket says. */
function isAway(fault: unknown): boolean {
	const { code = "", message = "" } = fault as { code?: string; message?: string };
	return /^(ECONN|EPIPE|57P|08)/.test(code) || /terminated|ended/.test(message);
}
