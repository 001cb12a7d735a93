import { randomUUID } from "node:crypto";
import type { Database } from "../../database/index.ts";
import { createDraftingRoom } from "../../drafting/index.ts";
import { viewerOf } from "../../drafting/testing/draftWorld.ts";
import { typistAt } from "../../drafting/testing/writtenText.ts";
import { programmeInTransaction } from "../../programme/index.ts";
import { PgProgrammeShelf } from "../../programme/store/PgProgrammeShelf.ts";
import { createRecommendationsRoom } from "../index.ts";

/** Runs an insert; gives the id. */
export async function idOf(
	database: Database,
	statement: string,
	values: readonly unknown[] = [],
): Promise<string> {
	const [row] = await database.query<{ id: string }>(`${statement} returning id`, values);
	return row?.id as string;
}

let count = 0;

/** A network with a theme and a session, a coordinator who may do everything, and the two rooms. */
export async function buildWorld(database: Database) {
	count += 1;
	const networkId = await idOf(database, "insert into network (code, name) values ($1, 'N')", [`R${count}`]);
	const themeId = await idOf(
		database,
		"insert into theme (network_id, code, ordinal, title) values ($1, 'T', 1, 'T')",
		[networkId],
	);
	const activityId = await idOf(
		database,
		"insert into activity (network_id, ordinal, kind, title) values ($1, 1, 'TRANSNATIONAL', 'E')",
		[networkId],
	);
	const eventId = await idOf(database, "insert into event (activity_id) values ($1)", [activityId]);
	const sessionId = await idOf(
		database,
		"insert into session (event_id, kind, title, ordinal) values ($1, 'PLENARY', 'P', 1)",
		[eventId],
	);
	const personId = await idOf(database, "insert into person (name) values ('Ana')");
	const announced: string[] = [];
	const announce = (topic: string) => announced.push(topic);
	const clock = () => new Date("2026-11-23T14:02:00Z");
	const identityOf = async () => null;
	const drafting = createDraftingRoom({
		database,
		clock,
		announce,
		append: () => {},
		identityOf,
		warn: () => {},
	});
	const agenda = { shelf: new PgProgrammeShelf(database), ...programmeInTransaction() };
	const room = createRecommendationsRoom({ database, clock, announce, drafts: drafting.draftText, agenda });
	const coordinator = viewerOf(personId, "NETWORK_COORDINATOR", networkId);
	return {
		database,
		networkId,
		themeId,
		eventId,
		sessionId,
		personId,
		announced,
		drafting,
		room,
		coordinator,
	};
}

/** What `buildWorld` gives. */
export type World = Awaited<ReturnType<typeof buildWorld>>;

/** A wish to begin a recommendation. */
export const wishOf = ({ networkId, themeId }: World) => ({
	networkId,
	themeId,
	title: "Open doors",
	language: "en",
});

/** The answer, which must not be a refusal. */
export function done<T extends { refusal: unknown }>(answer: T): Extract<T, { refusal: null }> {
	if (answer.refusal !== null) throw new Error(`refused: ${answer.refusal}`);
	return answer as Extract<T, { refusal: null }>;
}

/** A recommendation in DRAFT; its id. */
export async function begun(world: World): Promise<string> {
	return done(await world.room.createRecommendation(world.coordinator, wishOf(world))).recommendation.id;
}

async function written(world: World, words = "We ask for houses of welcome."): Promise<string> {
	const id = await begun(world);
	const draft = await world.drafting.draftOfRecommendation(id);
	const draftId = draft?.id as string;
	const typist = await typistAt(world.drafting, world.coordinator, draftId);
	const push = { draftId, pushId: randomUUID(), updates: [typist.writeParagraph(words)] };
	done(await world.drafting.pushDraftUpdates(world.coordinator, push));
	return id;
}

/** A recommendation in REVIEW with a text; its id. */
export async function inReview(world: World): Promise<string> {
	const id = await written(world);
	done(await world.room.sendToReview(world.coordinator, id));
	return id;
}

/** Where it stands. */
export const stateOf = async ({ room }: World, id: string) => (await room.shelf.recommendation(id))?.state;
