import { type DraftDocument, presenceLasts } from "@crossroads/shared";
import type { Database } from "../database/index.ts";
import type { LogEvent } from "../live/index.ts";
import type { Viewer } from "../people/index.ts";
import type { DraftingWorld } from "./actions/DraftingWorld.ts";
import { openDraft } from "./actions/openDraft.ts";
import { type PushWish, pushDraftUpdates } from "./actions/pushDraftUpdates.ts";
import { readDraft } from "./actions/readDraft.ts";
import { SnapshotMaker } from "./actions/SnapshotMaker.ts";
import { type PresenceWish, setDraftPresence } from "./actions/setDraftPresence.ts";
import { Thinned } from "./actions/Thinned.ts";
import { yjsUpdates } from "./crdt/yjsUpdates.ts";
import { type Writer, WriterBoard } from "./domain/WriterBoard.ts";
import type { Draft, IdentityOf, LogGrowth, LogSlice, Tx, Warn } from "./ports.ts";
import { PgDraftLog } from "./store/PgDraftLog.ts";
import { PgDraftShelf } from "./store/PgDraftShelf.ts";

export type { PushWish } from "./actions/pushDraftUpdates.ts";
export type { PresenceWish } from "./actions/setDraftPresence.ts";
export type { Writer } from "./domain/WriterBoard.ts";
export type { Draft, IdentityOf, LogSlice, Pushed, WriterIdentity } from "./ports.ts";
export { draftingEntities } from "./store/entities.ts";

/** How much a log may grow behind its snapshot before it is merged again. */
const snapshotEvery = 500;
/** How often the others at a draft hear of moving cursors, at most, in milliseconds. */
const presenceEvery = 80;
const sweepEvery = 5_000;

/** What the room needs of the house. */
export interface DraftingDeps {
	readonly database: Database;
	readonly clock: () => Date;
	/** Of the live engine. */
	readonly announce: (topic: string) => void;
	/** Of the live engine. */
	readonly append: (topic: string, events: readonly LogEvent[]) => void;
	readonly identityOf: IdentityOf;
	readonly warn: Warn;
}

/** The room's reads and actions, bound to the house. */
export type DraftingRoom = ReturnType<typeof createDraftingRoom>;

/** Live drafts: their log, who is at them, and their text. */
export function createDraftingRoom(deps: DraftingDeps) {
	const world = createWorld(deps);
	const { log, shelf, board, clock } = world;
	const sweeping = setInterval(() => {
		for (const draftId of board.sweep(clock().getTime())) world.announcePresence(draftId);
	}, sweepEvery).unref();
	return {
		draft: (id: string): Promise<Draft | null> => shelf.draft(id),
		draftOfRecommendation: (id: string): Promise<Draft | null> => shelf.draftOfRecommendation(id),
		/** The text of a draft, in shape; null: no such draft. Batched. */
		async documentOf(draftId: string): Promise<DraftDocument | null> {
			const loaded = await shelf.loaded(draftId);
			return loaded && readDraft(world, loaded);
		},
		networkOf: world.networkOf,
		pushDraftUpdates: (viewer: Viewer, wish: PushWish) => pushDraftUpdates(world, viewer, wish),
		setDraftPresence: (viewer: Viewer, wish: PresenceWish) => setDraftPresence(world, viewer, wish),
		/** What followed a cursor in the log, or a snapshot; null: no such draft. */
		readLog: (draftId: string, after: string | null): Promise<LogSlice | null> => log.read(draftId, after),
		writersOf: (draftId: string): Writer[] => board.writersOf(draftId, clock().getTime()),
		/** For the room recommendations: its port `DraftText`. */
		draftText: draftTextOf(world),
		/** Resolves when no log is being merged. */
		idle: () => world.snapshots.idle(),
		/** Ends the timers. Whatever was acknowledged is committed already. */
		async close(): Promise<void> {
			clearInterval(sweeping);
			world.presenceNews.stop();
			await world.snapshots.idle();
		},
	};
}

function createWorld(deps: DraftingDeps) {
	const texts = yjsUpdates;
	const log = new PgDraftLog(deps.database, (growth) => {
		deps.append(`draft:${growth.draftId}`, [eventOf(growth)]);
		if (growth.behindSnapshot >= snapshotEvery) snapshots.wish(growth.draftId);
	});
	const shelf = new PgDraftShelf(deps.database, log);
	const snapshots = new SnapshotMaker({ log, texts, warn: deps.warn });
	const presenceNews = new Thinned((draftId) => deps.announce(`draft-presence:${draftId}`), presenceEvery);
	const base: DraftingWorld = {
		...deps,
		log,
		shelf,
		texts,
		board: new WriterBoard(presenceLasts),
		announcePresence: (draftId) => presenceNews.say(draftId),
		networkOf: rememberingNetworks(shelf),
	};
	return { ...base, snapshots, presenceNews };
}

function eventOf({ cursor, previous, isSnapshot, updates }: LogGrowth): LogEvent {
	return { cursor, previous, payload: { cursor, isSnapshot, updates } satisfies LogSlice };
}

function draftTextOf(world: DraftingWorld) {
	return {
		open: (tx: Tx, draft: { recommendationId: string; language: string; document?: DraftDocument }) =>
			openDraft(world, tx, draft),
		async read(tx: Tx, recommendationId: string, language: string): Promise<DraftDocument | null> {
			const loaded = await world.log.loadOf(tx, recommendationId, language);
			return loaded && readDraft(world, loaded);
		},
	};
}

const mostRemembered = 10_000;

/** A draft never changes its network: asked once, for each draft in use. */
function rememberingNetworks(shelf: PgDraftShelf): DraftingWorld["networkOf"] {
	const known = new Map<string, string>();
	return async (draftId) => {
		const remembered = known.get(draftId);
		if (remembered) return remembered;
		const networkId = (await shelf.draft(draftId))?.networkId ?? null;
		if (known.size >= mostRemembered) known.clear();
		if (networkId) known.set(draftId, networkId);
		return networkId;
	};
}
