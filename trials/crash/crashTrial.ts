import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { enterDrafts, type StagedDelegate } from "../../bench/stage/enterDelegates.ts";
import { PUSH_DRAFT_UPDATES } from "../../bench/stage/operations.ts";
import type { Chance } from "../house/Chance.ts";
import { insist } from "../house/insist.ts";
import type { TrialHouse } from "../house/TrialHouse.ts";
import { within } from "../house/within.ts";
import { type Blow, blowsInWords, drawBlows, wreck } from "../house/wreck.ts";
import { checkDraft, type DraftFinding } from "./checkDraft.ts";
import { clientIdFor } from "./clientIdFor.ts";
import { Ledger } from "./Ledger.ts";
import { seqOf } from "./Replica.ts";
import { Writer } from "./Writer.ts";

/** How much of it. */
export interface CrashPlan {
	readonly cycles: number;
	readonly writers: number;
	/** ms of writing in one cycle. */
	readonly cycleMs: number;
	/** One push of each cycle is taken out of the log behind everybody's back: the trial must see it. */
	readonly isSabotaged?: boolean;
}

/** What came of it. */
export interface CrashResult {
	readonly cycles: number;
	readonly blows: readonly Blow[];
	readonly acknowledged: number;
	readonly repeated: number;
	readonly linesLost: number;
	readonly reloads: number;
	/** By what may never happen, everything that did. */
	readonly counts: Readonly<Record<string, readonly string[]>>;
}

interface Desk {
	readonly id: string;
	readonly ledger: Ledger;
	readonly writers: readonly Writer[];
	head: number;
}

/** A draft grows slow to compare after so many cycles: then comes a new one. */
const CYCLES_A_DRAFT = 10;

/** Once everything runs again, an answer takes seconds at most. */
const RESTING_MS = 90_000;

/**
 * Writers type in one draft through both servers while servers, PostgreSQL and Redis are killed at random moments;
 * after each cycle they rest, and everything is compared.
 */
export async function crashTrial(
	house: TrialHouse,
	plan: CrashPlan,
	chance: Chance,
	tell: (line: string) => void,
): Promise<CrashResult> {
	const people = await house.enterDelegates(plan.writers);
	const desks: Desk[] = [];
	const findings: DraftFinding[] = [];
	const struck: Blow[] = [];
	for (let cycle = 0; cycle < plan.cycles; cycle += 1) {
		if (cycle % CYCLES_A_DRAFT === 0) desks.push(await freshDesk(house, people, chance, desks.at(-1)));
		const desk = desks.at(-1) as Desk;
		const before = desk.ledger.acknowledged;
		const blows = await oneCycle(house, desk, plan, chance);
		struck.push(...blows);
		if (plan.isSabotaged) await sabotage(house, desk);
		const since = { id: desk.id, since: desk.head, cookie: (people[0] as StagedDelegate).cookie };
		const finding = await checkDraft(house, since, desk.ledger, desk.writers);
		desk.head = finding.head;
		findings.push(finding);
		house.assertAlive();
		tell(
			`cycle ${cycle + 1}: ${blowsInWords(blows)}; ${desk.ledger.acknowledged - before} updates acknowledged; ${inWords(finding)}`,
		);
	}
	for (const { writers } of desks) for (const writer of writers) writer.leave();
	return summary(desks, findings, struck);
}

async function oneCycle(
	house: TrialHouse,
	{ writers }: Desk,
	{ cycleMs }: CrashPlan,
	chance: Chance,
): Promise<Blow[]> {
	for (const writer of writers) writer.start();
	const [blows] = await Promise.all([
		wreck(house, drawBlows(chance, house.victims, cycleMs)),
		pause(cycleMs),
	]);
	const rested = Promise.all(writers.map((writer) => writer.rest()));
	await within(RESTING_MS, rested, () =>
		writers
			.filter(({ isAtRest }) => !isAtRest)
			.map(({ state }) => state)
			.join("\n"),
	);
	return blows;
}

/** Takes the newest push that was acknowledged. */
async function sabotage(house: TrialHouse, { id, ledger }: Desk): Promise<void> {
	const [newest] = ledger.entries.sort((a, b) => (b.seq ?? 0) - (a.seq ?? 0));
	await house.sql((sql) =>
		sql.query("delete from draft_update where draft_id = $1 and push_id = $2", [id, newest?.pushId]),
	);
}

async function freshDesk(
	house: TrialHouse,
	people: readonly StagedDelegate[],
	chance: Chance,
	before: Desk | undefined,
): Promise<Desk> {
	for (const writer of before?.writers ?? []) writer.leave();
	const [id = ""] = await house.sql((sql) => enterDrafts(sql, house.plenary.recommendation.draft.id, 1));
	const ledger = new Ledger();
	const { ports } = house;
	await makeScratch(ports, (people[0] as StagedDelegate).cookie, id, ledger);
	const writers = people.map(
		({ cookie }, place) =>
			new Writer({ name: `w${place + 1}`, cookie, ports, chance: chance.branch(), ledger, draftId: id }),
	);
	return { id, ledger, writers, head: 0 };
}

/** The first paragraph, in which everybody scribbles. */
async function makeScratch(
	ports: readonly number[],
	cookie: string,
	draftId: string,
	ledger: Ledger,
): Promise<void> {
	const doc = new Y.Doc();
	doc.clientID = await insist(ports, cookie, (line) => clientIdFor(line, draftId));
	const paragraph = new Y.XmlElement("paragraph");
	paragraph.insert(0, [new Y.XmlText("scratch")]);
	doc.getXmlFragment("document").insert(0, [paragraph]);
	const update = Y.encodeStateAsUpdate(doc);
	const pushId = randomUUID();
	const updates = [Buffer.from(update).toString("base64")];
	const { pushDraftUpdates } = await insist(ports, cookie, (line) =>
		line.request<{ pushDraftUpdates: { cursor: string } }>(PUSH_DRAFT_UPDATES, { draftId, pushId, updates }),
	);
	const seq = seqOf(pushDraftUpdates.cursor);
	const entry = { pushId, writer: "scratch", updates: [update], added: [], removed: [], seq, tries: 1 };
	ledger.pushes.set(pushId, entry);
}

function summary(
	desks: readonly Desk[],
	findings: readonly DraftFinding[],
	blows: readonly Blow[],
): CrashResult {
	const sum = (of: (ledger: Ledger) => number) => desks.reduce((total, { ledger }) => total + of(ledger), 0);
	return {
		cycles: findings.length,
		blows,
		acknowledged: sum((ledger) => ledger.acknowledged),
		repeated: sum((ledger) => ledger.repeated),
		linesLost: sum((ledger) => ledger.linesLost),
		reloads: sum((ledger) => ledger.reloads),
		counts: {
			"acknowledged and lost": findings.flatMap(({ lost }) => lost),
			"there twice": findings.flatMap(({ twice }) => twice),
			"gaps in the numbers": findings.flatMap(({ gaps }) => gaps),
			"replicas that differ": findings.flatMap(({ different }) => different),
			"there and never written": findings.flatMap(({ foreign }) => foreign),
			"refused, or delivered with a gap or twice": desks.flatMap(({ ledger }) => ledger.faults),
		},
	};
}

function inWords({ lost, twice, gaps, different, foreign }: DraftFinding): string {
	const wrong = [...lost, ...twice, ...gaps, ...different, ...foreign];
	return wrong.length === 0 ? "all there, once, everywhere" : `WRONG: ${wrong.slice(0, 5).join("; ")}`;
}
