import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type GraphClient, graphClient } from "../../e2e/testing/graph.ts";
import { demoPlenary } from "../../e2e/testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "../../e2e/testing/startCrossroads.ts";
import { enterDelegates, enterDrafts, type StagedDelegate } from "./enterDelegates.ts";
import { ownDatabase } from "./ownDatabase.ts";

/** Among what the staged poll asks; their keys are A to F. */
const OPTIONS = [
	"Language tandems in public libraries",
	"A buddy for every newcomer family",
	"Neighbourhood dinners once a month",
	"Open sports evenings in school halls",
	"A welcome desk run by former newcomers",
	"Shared gardens on municipal land",
] as const;

/** A draft, and the Yjs client id under which the first delegate writes in it. */
export interface OpenedDraft {
	readonly draftId: string;
	readonly clientId: number;
}

/** A plenary in session on the real, built server, in a process of its own. */
export interface Stage {
	/** Changes with a restart: address stays, pid does not. */
	readonly server: Pick<RunningCrossroads, "address" | "pid" | "output">;
	/** Of the database, with its password. */
	readonly databaseUrl: string;
	readonly sessionId: string;
	/** Open, ballots may be changed, public. */
	readonly pollId: string;
	/** The poll's id on the public graph. */
	readonly publicPollId: string;
	readonly draftId: string;
	readonly facilitatorCookie: string;
	readonly delegates: readonly StagedDelegate[];
	/** More drafts, empty. */
	addDrafts(count: number): Promise<string[]>;
	/** The same, opened for writing by the first delegate. */
	openDrafts(count: number): Promise<OpenedDraft[]>;
	/** A server process that has served nobody yet, on the same port and database. */
	restart(): Promise<void>;
	/** Stops the server and removes everything. */
	strike(): Promise<void>;
}

/**
 * Starts `server/dist/main.js` as a stranger does, on the embedded PostgreSQL in a folder under /tmp, or on a new
 * database of its own beside that of DATABASE_URL; fills the demonstration's plenary with `delegates` people who are
 * checked in; and opens a poll. Nothing of it is left after `strike`.
 */
export async function startStage(delegates: number, nodeOptions = ""): Promise<Stage> {
	const theirs = process.env.DATABASE_URL;
	const database = theirs ? await ownDatabase(theirs) : null;
	const crossroads = await startCrossroads({
		NODE_OPTIONS: nodeOptions,
		...(database && { DATABASE_URL: database.url }),
	});
	const strike = async () => {
		await crossroads.stop();
		await database?.drop();
	};
	try {
		return await fill(crossroads, database?.url ?? embeddedUrl(crossroads), delegates, strike);
	} catch (fault) {
		await strike();
		throw fault;
	}
}

async function fill(
	crossroads: RunningCrossroads,
	databaseUrl: string,
	count: number,
	strike: () => Promise<void>,
): Promise<Stage> {
	const { session, recommendation, facilitator } = await demoPlenary(crossroads.address);
	const delegates = await withSql(databaseUrl, (sql) => enterDelegates(sql, session.id, count));
	const pollId = await openPoll(facilitator, session.id);
	const addDrafts = (more: number) =>
		withSql(databaseUrl, (sql) => enterDrafts(sql, recommendation.draft.id, more));
	return {
		server: crossroads,
		databaseUrl,
		sessionId: session.id,
		pollId,
		publicPollId: await publicIdOfOpenPoll(crossroads.address),
		draftId: recommendation.draft.id,
		facilitatorCookie: facilitator.cookie,
		delegates,
		addDrafts,
		async openDrafts(more) {
			const ids = await addDrafts(more);
			const writer = graphClient(crossroads.address, "/graphql", delegates[0]?.cookie);
			return Promise.all(ids.map((id) => openDraft(writer, id)));
		},
		async restart() {
			await crossroads.kill();
			await crossroads.restart();
		},
		strike,
	};
}

/** The embedded server's address, from the files that it keeps beside its data. */
function embeddedUrl({ dataDir }: RunningCrossroads): string {
	const read = (name: string) => readFileSync(join(dataDir, "data", "postgres", name), "utf8").trim();
	return `postgresql://crossroads:${read("password")}@127.0.0.1:${read("port")}/crossroads`;
}

async function withSql<T>(url: string, work: (sql: pg.Client) => Promise<T>): Promise<T> {
	const sql = new pg.Client({ connectionString: url });
	await sql.connect();
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}

async function openDraft(writer: GraphClient, draftId: string): Promise<OpenedDraft> {
	const { openDraft: opened } = await writer.request<{
		openDraft: { clientId: number | null; refusal: unknown };
	}>("mutation ($id: ID!) { openDraft(draftId: $id) { clientId refusal { code } } }", { id: draftId });
	if (opened.clientId === null) throw new Error(`no client id: ${JSON.stringify(opened.refusal)}`);
	return { draftId, clientId: opened.clientId };
}

/** By the real mutations: opening freezes the electorate from those who are checked in. */
async function openPoll(facilitator: GraphClient, sessionId: string): Promise<string> {
	const input = {
		sessionId,
		question: "Which of these shall the network try out next in all of its cities?",
		method: "SINGLE_CHOICE",
		options: OPTIONS,
		quorumNumerator: 1,
		quorumDenominator: 2,
		allowsBallotChange: true,
		isPublic: true,
	};
	const { createPoll } = await facilitator.request<{
		createPoll: { poll: { id: string } | null; refusal: unknown };
	}>("mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { id } refusal { code } } }", {
		input,
	});
	if (!createPoll.poll) throw new Error(`no poll: ${JSON.stringify(createPoll.refusal)}`);
	const { openPoll: opened } = await facilitator.request<{ openPoll: { refusal: unknown } }>(
		"mutation ($id: ID!) { openPoll(pollId: $id) { refusal { code } } }",
		{ id: createPoll.poll.id },
	);
	if (opened.refusal) throw new Error(`the poll did not open: ${JSON.stringify(opened.refusal)}`);
	return createPoll.poll.id;
}

async function publicIdOfOpenPoll(address: string): Promise<string> {
	const { networks } = await graphClient(address, "/public/graphql").request<{
		networks: { edges: { node: { currentPolls: { id: string }[] } }[] };
	}>("{ networks(first: 1) { edges { node { currentPolls { id } } } } }");
	const [poll] = networks.edges[0]?.node.currentPolls ?? [];
	if (!poll) throw new Error("the public graph shows no open poll");
	return poll.id;
}
