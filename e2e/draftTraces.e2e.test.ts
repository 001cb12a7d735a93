import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { DraftClient } from "./testing/DraftClient.ts";
import type { GraphClient } from "./testing/graph.ts";
import { demoPlenary, signedIn } from "./testing/people.ts";
import { type RunningCrossroads, startCrossroads } from "./testing/startCrossroads.ts";
import { concurrentTrace, singleAuthorTrace, type Trace, versionsOf } from "./testing/traces.ts";

// A draft's text holds no line breaks within a paragraph: another character stands for them on the way.
const lineBreak = "\u2424";
const there = (text: string) => text.replaceAll("\n", lineBreak);
const back = (text: string) => text.replaceAll(lineBreak, "\n");

/** Replays the trace with as many clients as it has agents, each on exactly the version it was written on. */
async function replay(trace: Trace, clients: readonly DraftClient[]): Promise<void> {
	const versions = versionsOf(trace);
	for (const [index, { agent, patches }] of trace.txns.entries()) {
		const client = clients[agent] as DraftClient;
		const others = (versions[index] ?? []).filter((_, of) => of !== agent);
		await client.takeIn(others.reduce((sum, count) => sum + count, 0));
		const text = textOf(client.doc);
		client.doc.transact(() => {
			for (const [position, deleted, inserted] of patches) {
				if (deleted > 0) text.delete(position, deleted);
				if (inserted !== "") text.insert(position, there(inserted));
			}
		});
		if (index % 200 === 0) await new Promise((done) => setImmediate(done));
	}
	for (const client of clients) await client.saved();
	const last = [0, 1].map((agent) => trace.txns.filter((txn) => txn.agent !== agent).length);
	for (const [agent, client] of clients.entries())
		if (clients.length > 1) await client.takeIn(last[agent] ?? 0);
}

const textOf = (doc: Y.Doc) => (doc.getXmlFragment("document").get(0) as Y.XmlElement).get(0) as Y.XmlText;

describe("real texts, replayed through the public API", () => {
	let crossroads: RunningCrossroads;
	let people: readonly GraphClient[];
	let draftId: string;
	const open: DraftClient[] = [];

	beforeAll(async () => {
		crossroads = await startCrossroads();
		const { recommendation, delegates } = await demoPlenary(crossroads.address);
		draftId = recommendation.draft.id;
		people = await Promise.all(delegates.slice(0, 2).map(({ id }) => signedIn(crossroads.address, id)));
	});
	afterAll(async () => {
		for (const client of open) client.close();
		await crossroads?.stop();
	});

	async function opened(person: GraphClient): Promise<DraftClient> {
		const client = await DraftClient.open(crossroads.address, person, draftId);
		open.push(client);
		return client;
	}

	/** Empties the draft and gives it one paragraph with one empty text. */
	async function begin(): Promise<void> {
		const client = await opened(people[0] as GraphClient);
		client.doc.transact(() => {
			const root = client.doc.getXmlFragment("document");
			root.delete(0, root.length);
			const paragraph = new Y.XmlElement("paragraph");
			paragraph.insert(0, [new Y.XmlText()]);
			root.insert(0, [paragraph]);
		});
		await client.saved();
		client.close();
	}

	/** One client for each agent; where both write at one place, the lower id comes first, as in the recording. */
	async function inOrder(agents: number): Promise<DraftClient[]> {
		const clients: DraftClient[] = [];
		for (const person of people.slice(0, agents)) clients.push(await opened(person));
		const ids = clients.map(({ doc }) => doc.clientID).sort((one, other) => one - other);
		if (clients.every(({ doc }, agent) => doc.clientID === ids[agent])) return clients;
		for (const client of clients) client.close();
		return inOrder(agents);
	}

	async function expectEverywhere(clients: readonly DraftClient[], endContent: string): Promise<void> {
		const { draft } = await (people[0] as GraphClient).request<{ draft: { text: string } }>(
			"query ($id: ID!) { draft(id: $id) { text } }",
			{ id: draftId },
		);
		expect(back(draft.text)).toBe(endContent);
		const reader = await opened(people[1] as GraphClient);
		for (const { doc } of [...clients, reader]) expect(back(textOf(doc).toString())).toBe(endContent);
	}

	const two = concurrentTrace();
	test(`two write at the same time, and the server's text is the recording's end: ${two.name}`, async () => {
		await begin();
		const clients = await inOrder(2);
		await replay(two, clients);
		await expectEverywhere(clients, two.endContent);
	}, 240_000);

	const one = singleAuthorTrace();
	test(`one writes, and the server's text is the recording's end: ${one.name}`, async () => {
		await begin();
		const clients = await inOrder(1);
		await replay(one, clients);
		await expectEverywhere(clients, one.endContent);
	}, 120_000);

	test("twin: with one of the edits left out, the texts would not be equal", async () => {
		await begin();
		const [client] = await inOrder(1);
		const some = { ...one, txns: one.txns.slice(0, 500) };
		await replay({ ...some, txns: some.txns.filter((_, at) => at !== 100) }, [client as DraftClient]).catch(
			() => {},
		);
		const whole = new Y.Text();
		new Y.Doc().getMap("m").set("t", whole);
		for (const { patches } of some.txns)
			for (const [position, deleted, inserted] of patches) {
				whole.delete(position, deleted);
				whole.insert(position, inserted);
			}
		expect(back(textOf((client as DraftClient).doc).toString())).not.toBe(whole.toString());
	});
});
