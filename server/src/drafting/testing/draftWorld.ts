import type { Database } from "../../database/index.ts";
import type { Viewer } from "../../people/index.ts";

/** A network with one recommendation, its draft, and persons who may write in it. */
export interface DraftWorld {
	readonly networkId: string;
	readonly themeId: string;
	readonly recommendationId: string;
	readonly draftId: string;
	readonly writers: readonly Viewer[];
	/** May read, may not write. */
	readonly observer: Viewer;
	/** Of another network. */
	readonly stranger: Viewer;
}

let count = 0;

/** Writes a small world of its own; may be called any number of times in one database. */
export async function buildDraftWorld(
	database: Database,
	{ writers = 2, state = "DRAFT" } = {},
): Promise<DraftWorld> {
	count += 1;
	const networkId = await idOf(
		database,
		"insert into network (code, name) values ($1, 'Network') returning id",
		[`N${count}`],
	);
	const themeId = await idOf(
		database,
		"insert into theme (network_id, code, ordinal, title) values ($1, 'T', 1, 'Theme') returning id",
		[networkId],
	);
	const recommendationId = await idOf(
		database,
		"insert into recommendation (network_id, theme_id, number, title, state) values ($1, $2, 1, 'Open doors', $3) returning id",
		[networkId, themeId, state],
	);
	const draftId = await idOf(
		database,
		"insert into draft (recommendation_id, language) values ($1, 'en') returning id",
		[recommendationId],
	);
	const persons = await Promise.all(
		Array.from({ length: writers + 2 }, (_, at) =>
			idOf(database, "insert into person (name) values ($1) returning id", [`Person ${at}`]),
		),
	);
	const [observer, stranger, ...others] = persons as [string, string, ...string[]];
	return {
		networkId,
		themeId,
		recommendationId,
		draftId,
		writers: others.map((personId) => viewerOf(personId, "NETWORK_COORDINATOR", networkId)),
		observer: viewerOf(observer, "OBSERVER", networkId),
		stranger: viewerOf(stranger, "NETWORK_COORDINATOR", "00000000-0000-4000-8000-000000000000"),
	};
}

/** A viewer with one role in the network as a whole. */
export function viewerOf(personId: string, role: Viewer["roles"][number]["role"], networkId: string): Viewer {
	const held = { role, networkId, partnerId: null, eventId: null, sessionId: null };
	return { personId, signInId: personId, roles: [held] };
}

async function idOf(database: Database, statement: string, values: readonly unknown[]): Promise<string> {
	const [row] = await database.query<{ id: string }>(statement, values);
	if (!row) throw new Error("Nothing was written.");
	return row.id;
}
