import { Crowd } from "./Crowd.ts";
import { obey } from "./obey.ts";
import { pace } from "./pace.ts";
import { Stranded } from "./Stranded.ts";
import { saturate } from "./saturate.ts";
import type { LoadCommands } from "./Target.ts";

/** The load client: a process of its own that does what it is told over its channel to the benchmark. */

let crowd: Crowd | null = null;
let stranded: Stranded | null = null;

function theCrowd(): Crowd {
	if (!crowd) throw new Error("nobody has subscribed");
	return crowd;
}

const commands: LoadCommands = {
	async open(target, count) {
		crowd = await Crowd.open(target, count);
	},
	async events(count) {
		for (let event = 0; event < count; event += 1) await oneEvent(theCrowd());
	},
	saturate: (order) => saturate(theCrowd(), order),
	pace: (order) => pace(theCrowd(), order),
	async sample(burst) {
		const texts: string[] = [];
		const there = theCrowd();
		there.collect(true);
		there.onMessage = (_, text) => text !== null && texts.push(text);
		there.trigger.burst(burst);
		await there.reaches(there.arrived, there.size * burst);
		there.onMessage = null;
		there.collect(false);
		return texts;
	},
	async close() {
		crowd?.close();
		crowd = null;
	},
	async strand(target, count, pushes) {
		stranded = await Stranded.leave(target, count, pushes);
	},
	comeBack() {
		if (!stranded) throw new Error("nobody is stranded");
		return stranded.comeBack();
	},
};

/** Until it is answered (committed), where the server answers at all, and all subscribers have it. */
async function oneEvent(there: Crowd): Promise<void> {
	const answered = new Promise<void>((resolve) => {
		if (there.target.subprotocol === null) resolve();
		there.trigger.onAnswer = () => resolve();
	});
	const arrived = there.reaches(there.arrived, there.size);
	there.trigger.burst(1);
	await Promise.all([answered, arrived]);
}

obey(commands);
