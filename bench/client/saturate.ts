import type { Crowd } from "./Crowd.ts";
import { median } from "./percentile.ts";
import type { Saturated, SaturationOrder } from "./Target.ts";

/** Times of one burst, in ms of `performance.now`. */
interface Course {
	readonly triggeredAt: number;
	answered: number;
	first: number;
	last: number;
}

/** Bursts of events one after the other for so many seconds; all deliveries are waited for and counted. */
export async function saturate(
	crowd: Crowd,
	{ seconds, burst, nextWhen }: SaturationOrder,
): Promise<Saturated> {
	const courses: Course[] = [];
	const eachBurst = crowd.size * burst;
	const since = crowd.arrived;
	watch(crowd, courses, { since, eachBurst, firstEvent: crowd.trigger.next, burst });
	const cpu = process.cpuUsage();
	const start = performance.now();
	while (courses.length === 0 || performance.now() < start + seconds * 1_000) {
		const before = courses.length * eachBurst;
		courses.push({
			triggeredAt: performance.now(),
			answered: Number.NaN,
			first: Number.NaN,
			last: Number.NaN,
		});
		crowd.trigger.burst(burst);
		await crowd.reaches(since, nextWhen === "all have it" ? before + eachBurst : before + 1);
	}
	await crowd.reaches(since, courses.length * eachBurst);
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	crowd.onMessage = null;
	crowd.trigger.onAnswer = () => {};
	return {
		events: courses.length * burst,
		deliveries: courses.length * eachBurst,
		ms,
		...middle(courses),
		clientBusy: (user + system) / 1_000 / ms,
	};
}

interface Counting {
	readonly since: number;
	readonly eachBurst: number;
	readonly firstEvent: number;
	readonly burst: number;
}

/** Notes when the deliveries of each burst begin and end, by their number. */
function watch(
	crowd: Crowd,
	courses: readonly Course[],
	{ since, eachBurst, firstEvent, burst }: Counting,
): void {
	crowd.onMessage = () => {
		const behind = crowd.arrived - since - 1;
		const place = behind % eachBurst;
		if (place !== 0 && place !== eachBurst - 1) return;
		const course = courses[(behind - place) / eachBurst];
		if (course && place === 0) course.first = performance.now();
		if (course && place === eachBurst - 1) course.last = performance.now();
	};
	crowd.trigger.onAnswer = ({ event, at }) => {
		const course = courses[Math.floor((event - firstEvent) / burst)];
		if (course) course.answered = at;
	};
}

function middle(courses: readonly Course[]) {
	const of = (time: (course: Course) => number) =>
		median(
			courses.map((course) => time(course) - course.triggeredAt).filter((value) => !Number.isNaN(value)),
		);
	return {
		answered: of(({ answered }) => answered),
		first: of(({ first }) => first),
		last: of(({ last }) => last),
	};
}
