import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LoadClient, startLoadClient } from "../client/startLoadClient.ts";
import type { Target } from "../client/Target.ts";
import { measuredNodeOptions } from "../servers/processFigures.ts";
import { type ComparedServer, startServer } from "../servers/startServer.ts";
import { type Stage, startStage } from "../stage/startStage.ts";
import type { BenchPlan } from "./plan.ts";
import { apolloTarget, bareTarget, ourDrafts, ourTally, type ServerKind, TRIGGERING } from "./targets.ts";

/** Bytes around a draft's update in its message. */
const AROUND_AN_UPDATE = 130;

/** Bytes of the update that a short phrase makes. */
const A_FEW_WORDS = 100;

/** Messages of a draft's log: small as somebody's typing, or as large as a tally. */
export type DraftSize = "small" | "large";

const DRAFT_SIZES: readonly DraftSize[] = ["small", "large"];

interface DraftSample {
	readonly updateBytes: number;
	/** One message of each log. */
	readonly texts: readonly string[];
}

interface Samples {
	readonly tally: string;
	readonly drafts: Readonly<Record<DraftSize, DraftSample>>;
}

/** The three servers and the load client, each a process of its own. */
export class Arena {
	readonly stage: Stage;
	readonly client: LoadClient;
	/** One tally message: what the bare broadcast sends, and what stock Apollo answers anew. */
	readonly tallyText: string;
	readonly #drafts: number;
	readonly #samples: Samples;
	readonly #folder: string;
	#bare: ComparedServer | null = null;
	#apollo: ComparedServer | null = null;

	private constructor(
		stage: Stage,
		client: LoadClient,
		{ burst }: BenchPlan,
		samples: Samples,
		folder: string,
	) {
		this.stage = stage;
		this.client = client;
		this.tallyText = samples.tally;
		this.#drafts = 2 * burst;
		this.#samples = samples;
		this.#folder = folder;
	}

	/** Starts our server and takes samples of what it sends; `profile`: a folder for CPU profiles of it. */
	static async open(plan: BenchPlan, profile: string | undefined): Promise<Arena> {
		const profiling = profile ? ` --cpu-prof --cpu-prof-dir=${profile}` : "";
		const stage = await startStage(plan.sizes.large + TRIGGERING, measuredNodeOptions + profiling);
		const client = startLoadClient();
		try {
			const samples = await takeSamples(stage, client, 2 * plan.burst);
			return new Arena(stage, client, plan, samples, await mkdtemp(join(tmpdir(), "crossroads-bench-")));
		} catch (fault) {
			await client.stop();
			await stage.strike();
			throw fault;
		}
	}

	/** Bytes of one message of a draft's log. */
	messageBytes(size: DraftSize): number {
		return this.#samples.drafts[size].texts[0]?.length ?? 0;
	}

	/** Servers that have served nobody yet. */
	async freshServers(): Promise<void> {
		await this.#stopCompared();
		const file = join(this.#folder, "payloads.json");
		const drafts = DRAFT_SIZES.flatMap((size) =>
			this.#samples.drafts[size].texts.map((text, place) => [`${size} ${place}`, text]),
		);
		await writeFile(file, JSON.stringify({ tally: this.tallyText, ...Object.fromEntries(drafts) }));
		this.#bare = await startServer("bareBroadcast", file);
		this.#apollo = await startServer("stockApollo", file);
		await this.stage.restart();
	}

	pidOf(kind: ServerKind): number {
		const servers = { crossroads: this.stage.server, "bare ws": this.#bare, "stock Apollo": this.#apollo };
		return (servers[kind] as { pid: number }).pid;
	}

	tallyOf(kind: ServerKind): Target {
		if (kind === "crossroads") return ourTally(this.stage);
		if (kind === "bare ws") return bareTarget(this.#bare?.port as number, ["tally"]);
		return apolloTarget(this.#apollo?.port as number, this.stage.pollId);
	}

	/** Several logs at once, empty ones each time: what newcomers are sent first stays small. */
	async draftsOf(kind: ServerKind, size: DraftSize): Promise<Target> {
		const { texts, updateBytes } = this.#samples.drafts[size];
		if (kind === "crossroads")
			return ourDrafts(this.stage, await this.stage.openDrafts(this.#drafts), updateBytes);
		const names = texts.map((_, place) => `${size} ${place}`);
		return bareTarget(this.#bare?.port as number, names);
	}

	async close(): Promise<void> {
		await this.client.stop();
		await this.#stopCompared();
		await this.stage.strike();
		await rm(this.#folder, { recursive: true, force: true });
	}

	async #stopCompared(): Promise<void> {
		await this.#bare?.stop();
		await this.#apollo?.stop();
		this.#bare = null;
		this.#apollo = null;
	}
}

async function takeSamples(stage: Stage, client: LoadClient, drafts: number): Promise<Samples> {
	const [tally = ""] = await sample(client, ourTally(stage), 1);
	const draftSample = async (updateBytes: number): Promise<DraftSample> => {
		const target = ourDrafts(stage, await stage.openDrafts(drafts), updateBytes);
		return { updateBytes, texts: await sample(client, target, drafts) };
	};
	const asLargeAsTally = Math.round(((tally.length - AROUND_AN_UPDATE) * 3) / 4);
	return {
		tally,
		drafts: { small: await draftSample(A_FEW_WORDS), large: await draftSample(asLargeAsTally) },
	};
}

async function sample(client: LoadClient, target: Target, burst: number): Promise<string[]> {
	await client.open(target, 1);
	const texts = await client.sample(burst);
	await client.close();
	return texts;
}
