import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { type GraphClient, graphClient } from "./testing/graph.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";

const PUSH = `mutation Push($draftId: ID!, $pushId: ID!, $updates: [UpdateBytes!]!) {
	pushDraftUpdates(draftId: $draftId, pushId: $pushId, updates: $updates) { cursor refusal { code } } }`;
const OPEN = "mutation Open($draftId: ID!) { openDraft(draftId: $draftId) { clientId refusal { code } } }";
const CAST = `mutation Cast($pollId: ID!, $choice: BallotChoice!, $key: ID!) {
	castBallot(pollId: $pollId, choice: $choice, idempotencyKey: $key) { ballot { choice receipt } refusal { code } } }`;

describe("a plenary, over GraphQL alone", () => {
	let crossroads: RunningCrossroads;
	beforeAll(async () => {
		crossroads = await startCrossroads();
	});
	afterAll(() => crossroads?.stop());

	test("is written, tabled, voted on and shown to everybody, and nothing acknowledged is lost by kill -9", async () => {
		const { session, item, recommendation, facilitator, delegates } = await demoPlenary(crossroads.address);
		const cities = [...new Set(delegates.map(({ partnerCode }) => partnerCode))];
		const voters = cities.map((city) => delegates.find(({ partnerCode }) => partnerCode === city));
		const clients = await Promise.all(voters.map((voter) => signedIn(crossroads.address, voter?.id ?? "")));

		const words = `Tested by ${randomUUID()}`;
		await push(clients[0] as GraphClient, recommendation.draft.id, words);
		await crossroads.kill();
		await crossroads.restart();

		const text = await (clients[1] as GraphClient).request<{ draft: { text: string } }>(
			"query ($id: ID!) { draft(id: $id) { text } }",
			{ id: recommendation.draft.id },
		);
		expect(text.draft.text).toContain(words);

		for (const client of clients)
			await client.request("mutation ($id: ID!) { checkIn(sessionId: $id) { refusal { code } } }", {
				id: session.id,
			});
		await facilitator.request(
			"mutation ($s: ID!, $i: ID) { goToAgendaItem(sessionId: $s, agendaItemId: $i) { refusal { code } } }",
			{ s: session.id, i: item.id },
		);
		const { tableRecommendation } = await facilitator.request<{
			tableRecommendation: { refusal: unknown; version: { id: string; text: string; contentHash: string } };
		}>(
			`mutation ($r: ID!, $s: ID!) { tableRecommendation(recommendationId: $r, sessionId: $s) {
				refusal { code } version { id text contentHash } } }`,
			{ r: recommendation.id, s: session.id },
		);
		expect(tableRecommendation.refusal).toBeNull();
		expect(tableRecommendation.version.text).toContain(words);

		const late = await (clients[0] as GraphClient).request<{ pushDraftUpdates: { refusal: unknown } }>(PUSH, {
			draftId: recommendation.draft.id,
			pushId: randomUUID(),
			updates: [paragraphUpdate("too late")],
		});
		expect(late.pushDraftUpdates.refusal).toEqual({ code: "DRAFT_IS_READ_ONLY" });

		const { createPoll } = await facilitator.request<{
			createPoll: { poll: { id: string }; refusal: unknown };
		}>("mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { id } refusal { code } } }", {
			input: {
				sessionId: session.id,
				agendaItemId: item.id,
				recommendationVersionId: tableRecommendation.version.id,
				question: "Shall the network adopt it?",
				quorumNumerator: 1,
				quorumDenominator: 3,
				needsMajorityOfCities: true,
			},
		});
		expect(createPoll.refusal).toBeNull();
		const pollId = createPoll.poll.id;
		await facilitator.request("mutation ($id: ID!) { openPoll(pollId: $id) { refusal { code } } }", {
			id: pollId,
		});

		const tallies = watchTally(crossroads.address, await publicPollId(crossroads.address));
		const [against, ...inFavour] = clients as [GraphClient, ...GraphClient[]];
		const answers = await Promise.all([
			cast(against, pollId, "NO"),
			...inFavour.map((client) => cast(client, pollId, "YES")),
		]);
		for (const answer of answers) expect(answer.castBallot.refusal).toBeNull();
		await tallies.until(({ cast }) => cast === clients.length);
		tallies.stop();

		await crossroads.kill();
		await crossroads.restart();

		const again = await cast(against, pollId, "YES");
		expect(again.castBallot.refusal).toEqual({ code: "ALREADY_VOTED" });
		await facilitator.request("mutation ($id: ID!) { closePoll(pollId: $id) { refusal { code } } }", {
			id: pollId,
		});
		const tooLate = await cast(against, pollId, "YES");
		expect(tooLate.castBallot.refusal).toEqual({ code: "POLL_CLOSED" });
		await facilitator.request("mutation ($id: ID!) { publishPoll(pollId: $id) { refusal { code } } }", {
			id: pollId,
		});

		const { network } = await graphClient(crossroads.address, "/public/graphql").request<PublicAnswer>(
			`{ network(code: "CRISCO") { recommendations(first: 10) { edges { node {
				title state version { text contentHash } poll { boardAddress result { isAdopted rules { kind isMet have of needed } } } } } } } }`,
		);
		const [shown] = network.recommendations.edges.map(({ node }) => node);
		expect(shown).toMatchObject({
			title: recommendation.title,
			state: "ADOPTED",
			version: { contentHash: tableRecommendation.version.contentHash },
			poll: {
				result: {
					isAdopted: true,
					rules: [
						{ kind: "QUORUM", isMet: true, have: 10, of: 30, needed: 10 },
						{ kind: "MAJORITY_OF_PERSONS", isMet: true, have: 9, of: 10, needed: 6 },
						{ kind: "MAJORITY_OF_CITIES", isMet: true, have: 9, of: 10, needed: 6 },
					],
				},
			},
		});

		const verdict = await verifyPoll(crossroads.address + shown?.poll.boardAddress);
		expect(verdict).toContain(
			"✓ decision   adopted: QUORUM 10/30, needed 10; MAJORITY_OF_PERSONS 9/10, needed 6",
		);
		expect(verdict).toContain("The board holds");
	});
});

interface PublicAnswer {
	network: { recommendations: { edges: { node: { title: string; poll: { boardAddress: string } } }[] } };
}

/** `npm run crossroads -- verify-poll <address>`: what it prints. Rejects where the board is refused. */
async function verifyPoll(address: string): Promise<string> {
	const program = new URL("../scripts/runBuilt.mjs", import.meta.url).pathname;
	const { stdout } = await promisify(execFile)(process.execPath, [program, "cli", "verify-poll", address]);
	return stdout;
}

async function push(client: GraphClient, draftId: string, words: string) {
	const { openDraft } = await client.request<{ openDraft: { clientId: number } }>(OPEN, { draftId });
	const update = paragraphUpdate(words, openDraft.clientId);
	const { pushDraftUpdates } = await client.request<{
		pushDraftUpdates: { refusal: unknown; cursor: string };
	}>(PUSH, {
		draftId,
		pushId: randomUUID(),
		updates: [update],
	});
	expect(pushDraftUpdates.refusal).toBeNull();
}

function cast(client: GraphClient, pollId: string, choice: string) {
	return client.request<{ castBallot: { ballot: unknown; refusal: unknown } }>(CAST, {
		pollId,
		choice,
		key: randomUUID(),
	});
}

/** An update that adds a paragraph at the top of the document, as an editor of its own would send it. */
function paragraphUpdate(words: string, clientId = 2_000): string {
	const document = new Y.Doc();
	document.clientID = clientId;
	const paragraph = new Y.XmlElement("paragraph");
	paragraph.insert(0, [new Y.XmlText(words)]);
	document.getXmlFragment("document").insert(0, [paragraph]);
	return Buffer.from(Y.encodeStateAsUpdate(document)).toString("base64");
}

async function publicPollId(address: string): Promise<string> {
	const { network } = await graphClient(address, "/public/graphql").request<{
		network: { currentPolls: { id: string }[] };
	}>('{ network(code: "CRISCO") { currentPolls { id } } }');
	return network.currentPolls[0]?.id ?? "";
}

interface SeenTally {
	cast: number;
}

function watchTally(address: string, pollId: string) {
	const client = createClient({
		url: `${address.replace("http", "ws")}/public/graphql`,
		webSocketImpl: WebSocket,
	});
	const events = client.iterate<{ pollTally: { tally: SeenTally } }>({
		query: "subscription ($id: ID!) { pollTally(pollId: $id) { tally { cast total { choice count } } } }",
		variables: { id: pollId },
	});
	return {
		async until(isReached: (tally: SeenTally) => boolean) {
			for await (const { data, errors } of { [Symbol.asyncIterator]: () => events }) {
				if (errors) throw new Error(JSON.stringify(errors));
				if (data && isReached(data.pollTally.tally)) return;
			}
		},
		stop: () => void client.dispose(),
	};
}
