import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { type GraphClient, graphClient } from "../../e2e/testing/graph.ts";
import { measuredNodeOptions } from "../servers/processFigures.ts";
import { type ComparedServer, startServer } from "../servers/startServer.ts";
import { type OwnDatabase, ownDatabase } from "../stage/ownDatabase.ts";
import { type Stage, startStage } from "../stage/startStage.ts";
import { startVotingClient, type VotingClient } from "./client/startVotingClient.ts";
import type { VotersPlace } from "./client/VotingTarget.ts";
import type { VotingPlan } from "./plan.ts";

/** What is in a box, and what its count says. */
export interface InBox {
	readonly ballots: number;
	readonly counted: number;
}

/** Our server, the stock one and the load client, each a process of its own, and the PostgreSQL that both use. */
export class VotingArena {
	readonly stage: Stage;
	readonly client: VotingClient = startVotingClient();
	/** Of the database beside ours: the stock server's, and pgbench's. */
	readonly databaseUrl: string;
	readonly #database: OwnDatabase;
	readonly #facilitator: GraphClient;
	#stock: ComparedServer | null = null;
	#openPoll: string | null;

	private constructor(stage: Stage, database: OwnDatabase) {
		this.stage = stage;
		this.#database = database;
		this.databaseUrl = database.url;
		this.#facilitator = graphClient(stage.server.address, "/graphql", stage.facilitatorCookie);
		this.#openPoll = stage.pollId;
	}

	static async open({ voters }: VotingPlan, profile: string | undefined): Promise<VotingArena> {
		const profiling = profile ? ` --cpu-prof --cpu-prof-dir=${profile}` : "";
		const stage = await startStage(voters, measuredNodeOptions + profiling);
		return new VotingArena(stage, await ownDatabase(stage.databaseUrl));
	}

	/** Our voters: each signed in. */
	get ourPlace(): VotersPlace {
		const { server, delegates } = this.stage;
		return { port: Number(new URL(server.address).port), cookies: delegates.map(({ cookie }) => cookie) };
	}

	/** The same people at a stock server that has served nobody yet. */
	async stockPlace(): Promise<VotersPlace> {
		await this.#stock?.stop();
		this.#stock = await startServer("stockVoting", this.databaseUrl);
		return {
			port: this.#stock.port,
			cookies: this.stage.delegates.map(({ personId }) => `voter=${personId}`),
		};
	}

	/** The process of a server. */
	pidOf(server: string): number {
		return server === "stock Apollo" ? (this.#stock?.pid as number) : this.stage.server.pid;
	}

	async stopStock(): Promise<void> {
		await this.#stock?.stop();
		this.#stock = null;
	}

	/** Closes the poll that is open and opens the next, on which everybody may vote once; gives its id. */
	async nextPoll(more: Record<string, unknown> = {}): Promise<string> {
		await this.endPoll();
		const input = {
			sessionId: this.stage.sessionId,
			question: "Which of these shall the network try out next in all of its cities?",
			method: "SINGLE_CHOICE",
			options: OPTIONS,
			quorumNumerator: 0,
			isPublic: false,
			...more,
		};
		const { createPoll } = await this.#facilitator.request<{
			createPoll: { poll: { id: string } | null; refusal: unknown };
		}>("mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { id } refusal { code } } }", {
			input,
		});
		if (!createPoll.poll) throw new Error(`no poll: ${JSON.stringify(createPoll.refusal)}`);
		await this.#move("openPoll", createPoll.poll.id);
		this.#openPoll = createPoll.poll.id;
		return createPoll.poll.id;
	}

	/**
	 * A secret poll whose key two delegates hold, who will not open it; with how long its sealed ballots are. The key is
	 * somebody's, the shares are made up: nobody but trustees can look into either.
	 */
	async nextSecretPoll(): Promise<{ pollId: string; sealedBytes: number }> {
		const box = { pollId: randomUUID(), publicKey: boxKey(), needed: 2, trustees: await this.#shares() };
		const pollId = await this.nextPoll({ secrecy: "SECRET", box });
		const { poll } = await this.#facilitator.request<{ poll: { box: { textBytes: number } } }>(
			"query ($id: ID!) { poll(id: $id) { box { textBytes } } }",
			{ id: pollId },
		);
		return { pollId, sealedBytes: AROUND_A_TEXT + poll.box.textBytes };
	}

	/** Closes the poll that is open. */
	async endPoll(): Promise<void> {
		if (this.#openPoll) await this.#move("closePoll", this.#openPoll);
		this.#openPoll = null;
	}

	/** A named poll's ballots as they lie in the table, and as the counters have them. */
	inBox(pollId: string): Promise<InBox> {
		return withSql(this.stage.databaseUrl, async (sql) => {
			const { rows } = await sql.query<InBox>(
				`select (select count(*)::int from ballot where poll_id = $1) as ballots,
					(select coalesce(sum(ballots), 0)::int from poll_turnout where poll_id = $1) as counted`,
				[pollId],
			);
			return rows[0] as InBox;
		});
	}

	/** The same of a secret poll; it is closed for that, because while it is open its box is locked. */
	async inSecretBox(pollId: string): Promise<InBox> {
		await this.endPoll();
		return withSql(this.stage.databaseUrl, async (sql) => {
			const { rows } = await sql.query<InBox>(
				`select (select coalesce(sum(cardinality(sealed)), 0)::int from sealed_box where poll_id = $1) as ballots,
					(select coalesce(sum(ballots), 0)::int from poll_turnout where poll_id = $1) as counted`,
				[pollId],
			);
			return rows[0] as InBox;
		});
	}

	/** Work on the database beside ours. */
	withSql<T>(work: (sql: pg.Client) => Promise<T>): Promise<T> {
		return withSql(this.databaseUrl, work);
	}

	async close(): Promise<void> {
		await this.client.stop();
		await this.stopStock();
		await this.#database.drop();
		await this.stage.strike();
	}

	/** Of the first two delegates, who set their keys as trustees. */
	async #shares() {
		return Promise.all(
			this.stage.delegates.slice(0, 2).map(async ({ personId, cookie }) => {
				const publicKey = boxKey();
				await graphClient(this.stage.server.address, "/graphql", cookie).request(
					"mutation ($key: String!) { setTrusteeKey(publicKey: $key) { refusal { code } } }",
					{ key: publicKey },
				);
				const madeUp = (bytes: number) => randomBytes(bytes).toString("base64url");
				return { personId, publicKey, sealedShare: madeUp(81), commitment: madeUp(32) };
			}),
		);
	}

	async #move(mutation: string, pollId: string): Promise<void> {
		const answer = await this.#facilitator.request<Record<string, { refusal: unknown }>>(
			`mutation ($id: ID!) { ${mutation}(pollId: $id) { refusal { code } } }`,
			{ id: pollId },
		);
		if (answer[mutation]?.refusal) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
	}
}

/** What sealing adds to an answer's text: a seed, an ephemeral key and an authenticator, in bytes. */
const AROUND_A_TEXT = 32 + 32 + 16;

/** The public half of a fresh X25519 key, base64. */
function boxKey(): string {
	const { x } = generateKeyPairSync("x25519").publicKey.export({ format: "jwk" });
	return x as string;
}

const OPTIONS = [
	"Language tandems in public libraries",
	"A buddy for every newcomer family",
	"Neighbourhood dinners once a month",
	"Open sports evenings in school halls",
	"A welcome desk run by former newcomers",
	"Shared gardens on municipal land",
];

async function withSql<T>(url: string, work: (sql: pg.Client) => Promise<T>): Promise<T> {
	const sql = new pg.Client({ connectionString: url });
	await sql.connect();
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}
