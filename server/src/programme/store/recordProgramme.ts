import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import type { ProgrammeFacts } from "../ports.ts";
import { ActivityEntity, EventEntity, ThemeEntity } from "./entities.ts";

/** The recorded programme: ids by natural key, for what is recorded next to it. */
export interface RecordedProgramme {
	readonly themeIds: ReadonlyMap<string, string>;
	/** By the activity's order in the programme. */
	readonly eventIds: ReadonlyMap<number, string>;
	readonly reports: readonly RecordReport[];
}

/**
 * [A9] Brings a network's themes and activities in line with the file's facts; every transnational activity has an
 * event, made with it. `newJoinCode` gives the code of a new event; an event's code is never changed here.
 */
export async function recordProgramme(
	{ em }: Transaction,
	{ networkId, themes, activities }: ProgrammeFacts,
	newJoinCode: () => string,
): Promise<RecordedProgramme> {
	const recordedThemes = await recordRows(
		em,
		{ kind: "theme", entity: ThemeEntity, keyOf: (row) => String(row.code) },
		await em.find(ThemeEntity, { networkId }),
		themes.map(({ order, ...theme }) => ({ networkId, ordinal: order, ...theme })),
	);
	const themeIds = new Map([...recordedThemes.rows].map(([code, { id }]) => [code, id]));
	const recordedActivities = await recordRows(
		em,
		{ kind: "activity", entity: ActivityEntity, keyOf: (row) => String(row.ordinal) },
		await em.find(ActivityEntity, { networkId }),
		activities.map(({ order, themeCode, place, timeZone, sessionKinds, ...own }) => {
			const themeId = themeCode === null ? null : (themeIds.get(themeCode) ?? null);
			return { networkId, ordinal: order, themeId, ...own };
		}),
	);
	const activityIds = new Map([...recordedActivities.rows].map(([order, { id }]) => [Number(order), id]));
	const events = await recordEvents(em, activities, activityIds, newJoinCode);
	return {
		themeIds,
		eventIds: events.ids,
		reports: [recordedThemes.report, recordedActivities.report, events.report],
	};
}

async function recordEvents(
	em: Transaction["em"],
	activities: ProgrammeFacts["activities"],
	activityIds: ReadonlyMap<number, string>,
	newJoinCode: () => string,
) {
	const orders = new Map([...activityIds].map(([order, id]) => [id, order]));
	const existing = await em.find(EventEntity, { activityId: { $in: [...orders.keys()] } });
	const known = new Set(existing.map(({ activityId }) => activityId));
	const facts = activities
		.filter(({ kind }) => kind === "TRANSNATIONAL")
		.map(({ order, place, timeZone, sessionKinds }) => {
			const activityId = activityIds.get(order) as string;
			const joinCode = known.has(activityId) ? undefined : newJoinCode();
			return {
				activityId,
				place,
				timeZone,
				sessionKinds: sessionKinds ?? undefined,
				joinCode,
			};
		});
	const keyOf = (row: { activityId?: string }) => `of activity ${orders.get(String(row.activityId))}`;
	const { report, rows } = await recordRows(
		em,
		{ kind: "event", entity: EventEntity, keyOf },
		existing,
		facts,
	);
	return {
		report,
		ids: new Map([...rows.values()].map((row) => [orders.get(row.activityId) as number, row.id])),
	};
}
