import { vi } from "vitest";
import { Stage } from "./Stage.ts";
import { INSIDER } from "./Truth.ts";
import type { View, Visitor } from "./Visitor.ts";

const STEPS = 70;
const MOST_ROUNDS = 60;
const LONGEST_RETRY_MS = 300;
const TOPICS = ["open", "closed"];

/** What may happen at any moment, each as often as it is listed. */
const happenings: readonly ((stage: Stage) => void)[] = [
	...times(14, goOn),
	...times(6, connect),
	...times(5, commitState),
	...times(6, commitLog),
	...times(5, announce),
	...times(5, carryLetter),
	...times(2, vanish),
	...times(2, hearFarewell),
	...times(3, readOrNot),
	...times(1, askAgain),
	...times(2, changeViewer),
	...times(1, restart),
	...times(1, cutOrMend),
	...times(1, breakOrRepair),
	...times(1, compact),
];

function times<T>(count: number, item: T): T[] {
	return Array.from({ length: count }, () => item);
}

function goOn({ truth, chance }: Stage): void {
	for (let count = 1 + chance.below(6); count > 0; count -= 1) chance.take(truth.waiting)?.();
}

function connect(stage: Stage): void {
	const visitor = stage.aVisitor();
	if (!visitor.wire) visitor.connect(stage.anInstance().live);
	else for (const view of visitor.views) askIfAllowed(visitor, view);
}

function commitState(stage: Stage, id = aTopic(stage)): void {
	const by = stage.anInstance();
	stage.truth.states.set(id, (stage.truth.states.get(id) ?? 0) + 1);
	stage.unannounced.push({ by, announce: () => by.live.announce(`state:${id}`) });
}

function commitLog(stage: Stage, id = aTopic(stage)): void {
	const by = stage.anInstance();
	const event = stage.truth.append(id);
	const handsOn = !stage.chance.oneIn(4);
	const announceIt = () => (handsOn ? by.live.append(`log:${id}`, [event]) : by.live.announce(`log:${id}`));
	stage.unannounced.push({ by, announce: announceIt });
}

function aTopic({ chance }: Stage): string {
	return chance.pick(TOPICS) as string;
}

function announce({ chance, unannounced }: Stage): void {
	chance.take(unannounced)?.announce();
}

function carryLetter({ chance, bus }: Stage): void {
	bus.carry(chance.take(bus.underWay));
}

function vanish(stage: Stage): void {
	stage.unheardFarewells.push(stage.aVisitor().vanish());
}

function hearFarewell({ chance, unheardFarewells }: Stage): void {
	chance.take(unheardFarewells)?.();
}

function readOrNot(stage: Stage): void {
	const { wire } = stage.aVisitor();
	if (wire?.isReading) wire.isReading = false;
	else wire?.catchUp();
}

function askAgain(stage: Stage): void {
	const visitor = stage.aVisitor();
	const view = stage.chance.pick(visitor.views) as View;
	visitor.drop(view);
	visitor.ask(view);
}

function changeViewer(stage: Stage): void {
	const person = stage.aPerson();
	const { people } = stage.truth;
	const roles = people.get(person)?.roles;
	if (!roles) stage.signIn(person, [INSIDER]);
	else if (stage.chance.oneIn(3)) people.delete(person);
	else stage.signIn(person, roles.length > 0 ? [] : [INSIDER]);
	stage.viewerChanged(person);
}

function restart(stage: Stage): void {
	if (stage.chance.oneIn(3)) stage.kill();
	else stage.restart();
}

function cutOrMend(stage: Stage): void {
	const { news } = stage.anInstance();
	if (news.isHealthy()) stage.bus.cut(news);
	else stage.bus.mend(news);
}

function breakOrRepair({ truth }: Stage): void {
	truth.isDown = !truth.isDown;
}

function compact(stage: Stage): void {
	const { truth } = stage;
	const id = aTopic(stage);
	truth.compacted.set(id, truth.logs.get(id) ?? 0);
}

function askIfAllowed(visitor: Visitor, view: View): void {
	if (!view.isRefused || !visitor.cookie) visitor.ask(view);
}

/** A bug planted into a stage before it plays, to show that schedules find it. */
export type PlantedBug = (stage: Stage) => void;

/**
 * Plays the schedule of this seed, then lets everything come to rest. Resolves with what was not right: during the
 * schedule (a gap, a double, a leak, a step back), or in the end, where a view does not equal the truth. Needs fake
 * timers, but not setImmediate's.
 */
export async function runSchedule(seed: number, plant: PlantedBug = () => {}): Promise<readonly string[]> {
	const stage = new Stage(seed);
	plant(stage);
	for (let step = 0; step < STEPS; step += 1) {
		(stage.chance.pick(happenings) as (stage: Stage) => void)(stage);
		await turn(stage);
	}
	const complaints = await comeToRest(stage);
	for (const id of TOPICS) changeEverything(stage, id);
	complaints.push(...(await comeToRest(stage)), ...stage.visitors.flatMap((visitor) => visitor.complaints));
	for (const { live } of stage.instances) void live.stop();
	vi.clearAllTimers();
	return complaints;
}

/** One more change of everything: whom a group has forgotten shows now. */
function changeEverything(stage: Stage, id: string): void {
	commitState(stage, id);
	commitLog(stage, id);
}

/** Lets run what is ready to run, and the visitors look. */
async function turn({ visitors }: Stage): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
	for (const visitor of visitors) visitor.look();
}

/** Everything is mended, carried, read and let go on, until nothing moves any more. Resolves with what is not true then. */
async function comeToRest(stage: Stage): Promise<string[]> {
	stage.truth.isDown = false;
	for (const { news } of stage.instances) stage.bus.mend(news);
	for (const farewell of stage.unheardFarewells.splice(0)) farewell();
	for (let round = 0, quiet = 0; quiet < 3; round += 1) {
		if (round === MOST_ROUNDS) return ["never comes to rest"];
		quiet = moveOn(stage) ? 0 : quiet + 1;
		await turn(stage);
		vi.advanceTimersByTime(LONGEST_RETRY_MS);
		await turn(stage);
	}
	return stage.visitors.flatMap((visitor) => untruths(stage, visitor));
}

/** Whether anything was left to move. */
function moveOn(stage: Stage): boolean {
	const { truth, bus, unannounced, visitors } = stage;
	let moved = truth.waiting.length + bus.underWay.length + unannounced.length > 0;
	for (const { announce: tell } of unannounced.splice(0)) tell();
	for (const letter of bus.underWay.splice(0)) bus.carry(letter);
	for (const goOnNow of truth.waiting.splice(0)) goOnNow();
	for (const visitor of visitors) moved = settle(stage, visitor) || moved;
	return moved;
}

function settle(stage: Stage, visitor: Visitor): boolean {
	const { wire } = visitor;
	if (!wire) {
		if (!isWelcome(stage, visitor)) return false;
		visitor.connect(stage.anInstance().live);
		return true;
	}
	const waited = wire.waitingBytes > 0;
	wire.catchUp();
	if (!visitor.isAcknowledged) return waited;
	const toAsk = visitor.views.filter((view) => !view.asked && maySee(stage, visitor, view));
	for (const view of toAsk) visitor.ask(view);
	return waited || toAsk.length > 0;
}

function isWelcome({ truth }: Stage, { cookie }: Visitor): boolean {
	return !cookie || truth.people.has(cookie);
}

function maySee({ truth }: Stage, { cookie = "" }: Visitor, { id }: View): boolean {
	return id === "open" || (truth.people.get(cookie)?.roles.includes(INSIDER) ?? false);
}

function untruths(stage: Stage, visitor: Visitor): string[] {
	if (!isWelcome(stage, visitor)) return visitor.wire ? ["is signed out and still there"] : [];
	return visitor.views.filter((view) => maySee(stage, visitor, view)).flatMap((view) => untruth(stage, view));
}

function untruth({ truth }: Stage, { kind, id, shown }: View): string[] {
	const committed = (kind === "log" ? truth.logs : truth.states).get(id) ?? 0;
	return shown === committed ? [] : [`${kind} ${id} shows ${shown} of ${committed}`];
}
