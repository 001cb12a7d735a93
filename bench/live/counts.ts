import type { OpenedDraft } from "../stage/startStage.ts";
import type { Arena } from "./Arena.ts";
import type { BenchPlan } from "./plan.ts";
import { QueryCount } from "./QueryCount.ts";
import type { LiveRow } from "./rows.ts";
import { ourDraftReaders, ourTally } from "./targets.ts";

/** Database queries of our server: an event for nobody, for one and for many subscribers; and of many coming back. */
export async function measureQueries(arena: Arena, plan: BenchPlan): Promise<LiveRow[]> {
	const count = await QueryCount.of(arena.stage.databaseUrl);
	try {
		const idle = await queriesOf(count, async () => {});
		const rows: LiveRow[] = [];
		for (const subscribers of [0, 1, plan.sizes.medium, plan.sizes.large])
			rows.push(await queriesAnEvent(arena, plan, count, subscribers, idle));
		rows.push(await queriesOfComingBack(arena, plan, count, idle));
		return rows;
	} finally {
		await count.close();
	}
}

async function queriesOf(count: QueryCount, work: () => Promise<void>): Promise<number> {
	const before = await count.read();
	await work();
	return (await count.read()) - before;
}

async function queriesAnEvent(
	{ client, stage }: Arena,
	{ countedEvents }: BenchPlan,
	count: QueryCount,
	subscribers: number,
	idle: number,
): Promise<LiveRow> {
	await client.open(ourTally(stage), subscribers);
	const queries = await queriesOf(count, () => client.events(countedEvents));
	await client.close();
	return {
		measure: "queries",
		server: "crossroads",
		subscribers,
		figures: { events: countedEvents, "queries an event": Math.max(0, queries - idle) / countedEvents },
	};
}

async function queriesOfComingBack(
	{ client, stage }: Arena,
	{ readersWhoComeBack, pushesMissed }: BenchPlan,
	count: QueryCount,
	idle: number,
): Promise<LiveRow> {
	const [draft] = (await stage.openDrafts(1)) as [OpenedDraft];
	await client.strand(ourDraftReaders(stage, draft), readersWhoComeBack, pushesMissed);
	const before = await count.read();
	const { clients, right, p50, p99, worst } = await client.comeBack();
	const queries = (await count.read()) - before;
	return {
		measure: "coming back",
		server: "crossroads",
		subscribers: clients,
		figures: {
			right,
			"queries in all": Math.max(0, queries - idle),
			"p50 ms": p50,
			"p99 ms": p99,
			"worst ms": worst,
		},
	};
}
