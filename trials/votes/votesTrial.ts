import { setTimeout as pause } from "node:timers/promises";
import type { StagedDelegate } from "../../bench/stage/enterDelegates.ts";
import type { Chance } from "../house/Chance.ts";
import type { TrialHouse } from "../house/TrialHouse.ts";
import { within } from "../house/within.ts";
import { type Blow, blowsInWords, drawBlows, wreck } from "../house/wreck.ts";
import { boardsShown } from "./boards.ts";
import { checkPoll, type PollFinding, type ShownTally } from "./checkPoll.ts";
import {
	ballotsIn,
	closePoll,
	openPoll,
	type PollKind,
	publishPoll,
	sealedBallotsIn,
	sealedBytesOf,
	talliesShown,
} from "./poll.ts";
import { Screen } from "./Screen.ts";
import { Voter } from "./Voter.ts";

/** How much of it: a cycle is one poll. */
export interface VotesPlan {
	readonly cycles: number;
	readonly voters: number;
	/** ms within which everybody votes. */
	readonly cycleMs: number;
	/** One ballot of each poll is taken out of the box behind everybody's back: the trial must see it. */
	readonly isSabotaged?: boolean;
}

/** What came of it. */
export interface VotesResult {
	readonly polls: number;
	readonly blows: readonly Blow[];
	readonly acknowledged: number;
	readonly refused: number;
	readonly unanswered: number;
	readonly repeated: number;
	/** By what may never happen, everything that did. */
	readonly counts: Readonly<Record<string, readonly string[]>>;
}

interface PollCourse {
	readonly blows: readonly Blow[];
	readonly finding: PollFinding;
	readonly acknowledged: number;
	readonly refused: number;
	readonly unanswered: number;
	readonly repeated: number;
}

/** People who came and went before the poll opened: signed in, on the list, and no electors. */
const OUTSIDERS = 5;

/** Once everything runs again, an answer takes seconds at most. */
const ANSWERING_MS = 90_000;

/** Far more than a screen needs to come back. */
const PATIENCE_MS = 20_000;

/**
 * Poll after poll, everybody votes in the own way over both servers while servers, PostgreSQL and Redis are killed and
 * lines are cut at random moments; some polls close in the middle of it, and every third is secret. Then the box is compared with what the voters
 * were told.
 */
export async function votesTrial(
	house: TrialHouse,
	plan: VotesPlan,
	chance: Chance,
	tell: (line: string) => void,
): Promise<VotesResult> {
	const people = await house.enterDelegates(plan.voters + OUTSIDERS);
	await sendHome(house, people.slice(plan.voters));
	const courses: PollCourse[] = [];
	for (let cycle = 0; cycle < plan.cycles; cycle += 1) {
		const course = await onePoll(house, people, plan, chance, cycle);
		courses.push(course);
		house.assertAlive();
		tell(`poll ${cycle + 1}: ${inWords(course)}`);
	}
	return summary(courses);
}

async function sendHome(house: TrialHouse, people: readonly StagedDelegate[]): Promise<void> {
	const ids = people.map(({ personId }) => personId);
	await house.sql((sql) => sql.query("delete from presence where person_id = any($1::uuid[])", [ids]));
}

async function onePoll(
	house: TrialHouse,
	people: readonly StagedDelegate[],
	{ voters: electors, cycleMs, isSabotaged }: VotesPlan,
	chance: Chance,
	cycle: number,
): Promise<PollCourse> {
	const isSecret = cycle % 3 === 2;
	const kind = { isSecret, allowsBallotChange: !isSecret && chance.happens(0.5) };
	const pollId = await openPoll(house, `Question ${cycle + 1}`, kind);
	const sealedBytes = isSecret ? await sealedBytesOf(house, pollId) : null;
	const voters = people.map((person, place) => {
		const isElector = place < electors;
		return new Voter(
			person,
			{ pollId, sealedBytes },
			{ ports: house.ports, chance: chance.branch(), isElector },
		);
	});
	const screens = house.ports.map((port) => new Screen(port, pollId));
	const closesAfter = chance.happens(0.4) ? chance.whole(Math.round(cycleMs / 3), cycleMs) : null;
	const voted = Promise.all(voters.map((voter) => voter.vote(cycleMs)));
	const close = async () => {
		await (closesAfter === null ? voted : pause(closesAfter));
		await closePoll(house, pollId);
	};
	const all = Promise.all([wreck(house, drawBlows(chance, house.victims, cycleMs)), voted, close()]);
	const waiting = () =>
		voters.flatMap(({ waitsFor }) => waitsFor ?? []).join("\n") || "killed parts, or the closing";
	const [blows] = await within(cycleMs + ANSWERING_MS, all, waiting);
	if (isSabotaged) await sabotage(house, pollId, voters);
	const finding = await check(house, pollId, voters, screens, kind);
	for (const each of [...voters, ...screens]) "leave" in each ? each.leave() : each.turnOff();
	return { blows, finding, ...countsOf(voters) };
}

/** Takes the ballot of somebody who was told that it lies in the box. */
async function sabotage(house: TrialHouse, pollId: string, voters: readonly Voter[]): Promise<void> {
	const told = voters.filter(({ record }) =>
		record.attempts.some(({ answer }) => answer !== null && "receipt" in answer),
	);
	const { personId, attempts } = (told[0] as Voter).record;
	const keys = attempts.map(({ key }) => Buffer.from(key, "base64url"));
	await house.sql(async (sql) => {
		await sql.query("delete from ballot where poll_id = $1 and person_id = $2", [pollId, personId]);
		await sql.query(
			"update sealed_box set sealed = array(select b from unnest(sealed) b where b <> all ($2::bytea[])) where poll_id = $1",
			[pollId, keys],
		);
	});
}

async function check(
	house: TrialHouse,
	pollId: string,
	voters: readonly Voter[],
	screens: readonly Screen[],
	{ isSecret, allowsBallotChange }: PollKind,
): Promise<PollFinding> {
	const records = voters.map(({ record }) => record);
	const stored = isSecret ? await sealedBallotsIn(house, pollId, records) : await ballotsIn(house, pollId);
	const tallies = await talliesShown(house, pollId);
	const open = tallies
		.filter(({ state }) => state === "OPEN")
		.map(({ where }) => `${where}: the poll is open again`);
	const onScreens: ShownTally[] = await Promise.all(
		house.redis ? screens.map((screen) => screen.finally(stored.length, PATIENCE_MS)) : [],
	);
	if (!isSecret) await publishPoll(house, pollId);
	const boards = isSecret ? [] : await boardsShown(house, pollId);
	const finding = checkPoll(records, stored, [...tallies, ...onScreens], allowsBallotChange, boards);
	return { ...finding, miscounted: [...finding.miscounted, ...open] };
}

function countsOf(voters: readonly Voter[]) {
	const answers = voters.flatMap(({ record }) => record.attempts.map(({ answer }) => answer));
	return {
		acknowledged: answers.filter((answer) => answer !== null && "receipt" in answer).length,
		refused: answers.filter((answer) => answer !== null && "refusal" in answer).length,
		unanswered: answers.filter((answer) => answer === null).length,
		repeated: voters.reduce((sum, { repeats }) => sum + repeats, 0),
	};
}

function summary(courses: readonly PollCourse[]): VotesResult {
	const sum = (of: (course: PollCourse) => number) =>
		courses.reduce((total, course) => total + of(course), 0);
	const all = (of: (finding: PollFinding) => readonly string[]) =>
		courses.flatMap(({ finding }) => of(finding));
	return {
		polls: courses.length,
		blows: courses.flatMap(({ blows }) => blows),
		acknowledged: sum(({ acknowledged }) => acknowledged),
		refused: sum(({ refused }) => refused),
		unanswered: sum(({ unanswered }) => unanswered),
		repeated: sum(({ repeated }) => repeated),
		counts: {
			"acknowledged and lost": all(({ lost }) => lost),
			"counted twice": all(({ twice }) => twice),
			"counted and not given, refused, or not the last": all(({ foreign }) => foreign),
			"refused without a reason": all(({ refused }) => refused),
			"counts that are not those of the ballots": all(({ miscounted }) => miscounted),
			"boards that are not those of the ballots, or refused": all(({ unverified }) => unverified),
		},
	};
}

function inWords({ blows, finding, acknowledged, refused, unanswered }: PollCourse): string {
	const wrong = Object.values(finding).flat();
	const verdict =
		wrong.length === 0
			? "every acknowledged one counts once, no other does"
			: `WRONG: ${wrong.slice(0, 5).join("; ")}`;
	return `${blowsInWords(blows)}; ${acknowledged} ballots acknowledged, ${refused} refused, ${unanswered} unanswered; ${verdict}`;
}
