import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { measuredNodeOptions } from "../servers/processFigures.ts";
import { type ComparedServer, type ServerName, startServer } from "../servers/startServer.ts";
import { type OwnDatabase, ownDatabase } from "../stage/ownDatabase.ts";
import { type Stage, startStage } from "../stage/startStage.ts";
import type { Dialect, DraftTarget } from "./client/DraftTarget.ts";
import { type DraftClient, startDraftClient } from "./client/startDraftClient.ts";
import type { DraftingPlan } from "./plan.ts";
import { type Peer, peers } from "./rows.ts";

/** A person may have 20 sockets. */
const SOCKETS_A_PERSON = 15;

type Other = Exclude<Peer, "crossroads">;

const DIALECTS: Readonly<Record<Peer, Dialect>> = {
	crossroads: "crossroads",
	Hocuspocus: "hocuspocus",
	"y-websocket": "y-websocket",
	"relay, frame by frame": "relay",
	"relay, joined": "relay",
};

/** All servers and the load client, each a process of its own. */
export class DraftArena {
	readonly stage: Stage;
	readonly client: DraftClient = startDraftClient();
	/** Those that do not start here, and why. */
	readonly missing = new Map<Peer, string>();
	readonly #folder: string;
	readonly #database: OwnDatabase;
	readonly #others = new Map<Other, ComparedServer>();
	#documents = 0;

	private constructor(stage: Stage, database: OwnDatabase, folder: string) {
		this.stage = stage;
		this.#database = database;
		this.#folder = folder;
	}

	/** Starts all. Hocuspocus gets a database of its own on the PostgreSQL that ours uses. */
	static async open(plan: DraftingPlan, profile: string | undefined): Promise<DraftArena> {
		const profiling = profile ? ` --cpu-prof --cpu-prof-dir=${profile}` : "";
		const people = 2 + Math.ceil(Math.max(...plan.sizes, plan.openDrafts) / SOCKETS_A_PERSON);
		const stage = await startStage(people, measuredNodeOptions + profiling);
		const database = await ownDatabase(stage.databaseUrl);
		const folder = await mkdtemp(join(tmpdir(), "crossroads-drafting-"));
		const arena = new DraftArena(stage, database, folder);
		for (const peer of peers) if (peer !== "crossroads") await arena.#tryToStart(peer);
		return arena;
	}

	/** Those that run. */
	get peers(): Peer[] {
		return peers.filter((peer) => !this.missing.has(peer));
	}

	pidOf(peer: Peer): number {
		return peer === "crossroads" ? this.stage.server.pid : this.#other(peer).pid;
	}

	/** A document that nobody has opened yet, empty. */
	async freshTarget(peer: Peer): Promise<DraftTarget> {
		const [target] = await this.freshTargets(peer, 1);
		return target as DraftTarget;
	}

	/** Several; their readers are different people. */
	async freshTargets(peer: Peer, count: number): Promise<DraftTarget[]> {
		const documents =
			peer === "crossroads"
				? await this.stage.addDrafts(count)
				: Array.from({ length: count }, () => `document-${++this.#documents}`);
		return documents.map((document, place) => this.#target(peer, document, place));
	}

	/** The same document, after its server was started again. */
	again({ document }: DraftTarget, peer: Peer): DraftTarget {
		return this.#target(peer, document, 0);
	}

	/** `kill -9`, and the next start on the same data. */
	async killAndRestart(peer: Peer): Promise<void> {
		if (peer === "crossroads") return this.stage.restart();
		await this.#other(peer).stop();
		await this.#start(peer);
	}

	/** Stores a document for Hocuspocus as it would itself. */
	async storeForHocuspocus(name: string, state: Uint8Array): Promise<void> {
		await this.withSql(async (sql) => {
			await sql.query("insert into documents (name, state) values ($1, $2)", [name, Buffer.from(state)]);
		});
	}

	/** Work on the database beside ours. */
	async withSql<T>(work: (sql: pg.Client) => Promise<T>): Promise<T> {
		const sql = new pg.Client({ connectionString: this.#database.url });
		await sql.connect();
		try {
			return await work(sql);
		} finally {
			await sql.end();
		}
	}

	async close(): Promise<void> {
		await this.client.stop();
		for (const server of this.#others.values()) await server.stop();
		await this.#database.drop();
		await this.stage.strike();
		await rm(this.#folder, { recursive: true, force: true });
	}

	#target(peer: Peer, document: string, first: number): DraftTarget {
		const { server, delegates } = this.stage;
		const isOurs = peer === "crossroads";
		const port = isOurs ? Number(new URL(server.address).port) : this.#other(peer).port;
		const cookies = delegates.map((_, place) => delegates[(first + place) % delegates.length]?.cookie ?? "");
		return { dialect: DIALECTS[peer], port, document, cookies: isOurs ? cookies : [] };
	}

	#other(peer: Other): ComparedServer {
		const server = this.#others.get(peer);
		if (!server) throw new Error(`${peer} does not run`);
		return server;
	}

	async #tryToStart(peer: Other): Promise<void> {
		try {
			await this.#start(peer);
		} catch (fault) {
			this.missing.set(peer, String(fault));
		}
	}

	async #start(peer: Other): Promise<void> {
		const [file, argument] = {
			Hocuspocus: ["hocuspocus", this.#database.url],
			"y-websocket": ["yWebsocket", join(this.#folder, "leveldb")],
			"relay, frame by frame": ["relay", "frames"],
			"relay, joined": ["relay", "joined"],
		}[peer] as [string, string];
		this.#others.set(peer, await startServer(`../drafting/peers/${file}` as ServerName, argument));
	}
}
