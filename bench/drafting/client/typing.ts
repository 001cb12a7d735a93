import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../../client/percentile.ts";
import type { DraftCrowd } from "./DraftCrowd.ts";
import type { PacedTyping, SaturatedTyping } from "./DraftTarget.ts";

/** As fast as the keystrokes are shown: at most `window` of them are on their way, and `most` are typed. */
export async function typeSaturated(
	crowd: DraftCrowd,
	{ seconds, window, most }: { seconds: number; window: number; most: number },
): Promise<SaturatedTyping> {
	const messages = crowd.shownAfter.length;
	const before = crowd.shown;
	const cpu = process.cpuUsage();
	const start = performance.now();
	const end = start + seconds * 1_000;
	const spare = Math.max(0, crowd.left - most);
	while (performance.now() < end && crowd.left > spare) {
		const room = Math.min(window - (crowd.writer.sent - slowest(crowd)), crowd.left - spare);
		if (room > 0) crowd.type(room);
		const { sent } = crowd.writer;
		await crowd.until(() => sent - slowest(crowd) <= window / 2 || performance.now() > end);
	}
	await crowd.everybodyHasAll();
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	return {
		keystrokes: crowd.shown - before,
		ms,
		messages: crowd.shownAfter.length - messages,
		clientBusy: (user + system) / 1_000 / ms,
	};
}

/** What the last reader to be opened has been shown: servers write to their readers in that order. */
function slowest({ heard, shownAfter, shown }: DraftCrowd): number {
	return shownAfter[heard.at(-1) as number] ?? shown;
}

/** Keystrokes at a steady pace; each reader's arrival of each of them is a latency. */
export async function typePaced(
	crowd: DraftCrowd,
	{ seconds, perSecond }: { seconds: number; perSecond: number },
): Promise<PacedTyping> {
	const arrivals: { message: number; at: number }[] = [];
	const typedAt: number[] = [];
	const answers: number[] = [];
	const first = crowd.writer.sent;
	crowd.onMessage = (_, message) => arrivals.push({ message, at: performance.now() });
	const answeredBefore = crowd.writer.answered;
	watchAnswers(crowd, (place) => {
		const typed = typedAt[place - answeredBefore];
		if (typed !== undefined) answers.push(performance.now() - typed);
	});
	const start = performance.now();
	for (let place = 0; place < seconds * perSecond; place += 1) {
		await pause(Math.max(0, start + (place * 1_000) / perSecond - performance.now()));
		typedAt.push(performance.now());
		crowd.type(1);
	}
	await crowd.everybodyHasAll();
	crowd.onMessage = null;
	const latencies = arrivals.flatMap(({ message, at }) => {
		const [from, to] = [crowd.shownAfter[message - 1] as number, crowd.shownAfter[message] as number];
		return Array.from({ length: to - from }, (_, place) => at - (typedAt[from + place - first] as number));
	});
	return {
		...percentiles(latencies),
		worst: percentile(latencies, 1),
		answered: crowd.writer.answers ? percentiles(answers) : null,
	};
}

/** `told` gets the number, from 0, of each keystroke that is answered. */
function watchAnswers({ writer }: DraftCrowd, told: (place: number) => void): void {
	const before = writer.onAnswer;
	let last = writer.answered;
	writer.onAnswer = (answered) => {
		for (; last < answered; last += 1) told(last);
		before(answered);
	};
}

function percentiles(values: readonly number[]) {
	return { p50: percentile(values, 0.5), p99: percentile(values, 0.99) };
}
