import type { DraftDocument } from "@crossroads/shared";
import type { Database } from "../database/index.ts";
import type { LogEvent } from "../live/index.ts";
import type { Viewer } from "../people/index.ts";
import { beginDraft } from "./actions/beginDraft.ts";
import type { DraftingWorld } from "./actions/DraftingWorld.ts";
import { type OpenWish, openDraft } from "./actions/openDraft.ts";
import { type PushWish, pushDraftUpdates } from "./actions/pushDraftUpdates.ts";
import { readDraft } from "./actions/readDraft.ts";
import { readDraftThen, readHistory } from "./actions/readHistory.ts";
import { restoreDraft } from "./actions/restoreDraft.ts";
import { SnapshotMaker } from "./actions/SnapshotMaker.ts";
import { type PresenceWish, setDraftPresence } from "./actions/setDraftPresence.ts";
import { Thinned } from "./actions/Thinned.ts";
import { type TextTimes, yjsUpdates } from "./crdt/yjsUpdates.ts";
import { CostlyTexts } from "./domain/CostlyTexts.ts";
import { colourOf } from "./domain/colourOf.ts";
import type { Writer } from "./domain/WriterBoard.ts";
import type { Draft, IdentityOf, LogGrowth, LogSlice, Tx, Warn } from "./ports.ts";
import { localPresence } from "./presence/localPresence.ts";
import { redisPresence } from "./presence/redisPresence.ts";
import { PgClientIds } from "./store/PgClientIds.ts";
import { PgDraftHistory } from "./store/PgDraftHistory.ts";
import { PgDraftLog } from "./store/PgDraftLog.ts";
import { PgDraftShelf } from "./store/PgDraftShelf.ts";

export type { PushWish } from "./actions/pushDraftUpdates.ts";
export type { PresenceWish } from "./actions/setDraftPresence.ts";
export type { Writer } from "./domain/WriterBoard.ts";
export type { Draft, IdentityOf, LogSlice, Pushed, WriterIdentity } from "./ports.ts";
export { draftingEntities } from "./store/entities.ts";

/** How a draft's log is kept short, in updates. */
export interface LogLimits {
	/** How much a log may grow behind its snapshot before it is merged again, when those who write make a pause. */
	readonly snapshotEvery: number;
	/** How much before it is merged while they write; default: as above. */
	readonly snapshotAtOnce?: number;
	/** So many behind the snapshot stay readable one by one. */
	readonly keptBehindSnapshot: number;
	/** So many older ones go into the archive together. */
	readonly chunk: number;
}

const usualLimits: LogLimits = {
	snapshotEvery: 500,
	snapshotAtOnce: 5_000,
	keptBehindSnapshot: 2_000,
	chunk: 2_000,
};
/** How often the others at a draft hear of moving cursors, at most, in milliseconds. */
const presenceEvery = 80;
/** How often those who have gone quiet are looked for; with `presenceLasts`, nobody stays longer than 30 seconds. */
const sweepEvery = 2_000;

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
	/** Where several instances meet, so that those at a draft see each other whichever they are connected to. */
	readonly redisUrl?: string | null;
	readonly limits?: LogLimits;
	readonly textTimes?: TextTimes;
}

/** The room's reads and actions, bound to the house. */
export type DraftingRoom = ReturnType<typeof createDraftingRoom>;

/** Live drafts: their log, who is at them, and their text. */
export function createDraftingRoom(deps: DraftingDeps) {
	const world = createWorld(deps);
	const { log, shelf, presence } = world;
	const sweeping = setInterval(() => {
		for (const draftId of presence.sweep()) world.announcePresence(draftId);
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
		openDraft: (viewer: Viewer, wish: OpenWish) => openDraft(world, viewer, wish),
		pushDraftUpdates: (viewer: Viewer, wish: PushWish) => pushDraftUpdates(world, viewer, wish),
		setDraftPresence: (viewer: Viewer, wish: PresenceWish) => setDraftPresence(world, viewer, wish),
		/** What followed a cursor in the log, or a snapshot; null: no such draft. */
		readLog: (draftId: string, after: string | null): Promise<LogSlice | null> => log.read(draftId, after),
		writersOf: (draftId: string): Promise<Writer[]> => presence.writersOf(draftId),
		historyOf: (draftId: string, page: { first: number; before: string | null }) =>
			readHistory(world, draftId, page),
		draftThen: (draftId: string, cursor: string) => readDraftThen(world, draftId, cursor),
		restoreDraft: (viewer: Viewer, wish: { draftId: string; cursor: string }) =>
			restoreDraft(world, viewer, wish),
		/** Names and colours of those who wrote; whoever is missing does not exist any more. */
		authorsOf: (personIds: readonly string[]) => authorsOf(deps.identityOf, personIds),
		/** For the room recommendations: its port `DraftText`. */
		draftText: draftTextOf(world),
		/** Resolves when no log is left to be merged; pauses are not waited for. */
		idle: () => world.snapshots.idle(),
		/** Ends the timers. Whatever was acknowledged is committed already. */
		async close(): Promise<void> {
			clearInterval(sweeping);
			world.presenceNews.stop();
			await world.snapshots.stop();
			await Promise.all([presence.close(), world.texts.close()]);
		},
	};
}

function createWorld(deps: DraftingDeps) {
	const limits = deps.limits ?? usualLimits;
	const texts = yjsUpdates(deps.textTimes);
	const onGrowth = (growth: LogGrowth) => {
		deps.append(`draft:${growth.draftId}`, [eventOf(growth)]);
		const { draftId, behindSnapshot } = growth;
		if (behindSnapshot >= limits.snapshotEvery)
			snapshots.wish(draftId, behindSnapshot >= (limits.snapshotAtOnce ?? limits.snapshotEvery));
	};
	// Its readers then look for themselves.
	const onDoubt = (draftId: string) => deps.announce(`draft:${draftId}`);
	const log = new PgDraftLog(deps.database, onGrowth, onDoubt);
	const shelf = new PgDraftShelf(deps.database, log);
	const history = new PgDraftHistory(deps.database, limits);
	const presenceNews = new Thinned((draftId) => deps.announce(`draft-presence:${draftId}`), presenceEvery);
	const base: DraftingWorld = {
		...deps,
		log,
		history,
		clientIds: new PgClientIds(deps.database),
		shelf,
		texts,
		costly: new CostlyTexts(),
		presence: deps.redisUrl ? redisPresence(deps.redisUrl, deps.clock) : localPresence(deps.clock),
		announcePresence: (draftId) => presenceNews.say(draftId),
		networkOf: rememberingNetworks(shelf),
	};
	const snapshots = new SnapshotMaker(base);
	return { ...base, snapshots, presenceNews };
}

function eventOf({ cursor, previous, isSnapshot, updates }: LogGrowth): LogEvent {
	return { cursor, previous, payload: { cursor, isSnapshot, updates } satisfies LogSlice };
}

function draftTextOf(world: DraftingWorld) {
	return {
		open: (tx: Tx, draft: { recommendationId: string; language: string; document?: DraftDocument }) =>
			beginDraft(world, tx, draft),
		async read(tx: Tx, recommendationId: string, language: string): Promise<DraftDocument | null> {
			const loaded = await world.log.loadOf(tx, recommendationId, language);
			return loaded && readDraft(world, loaded);
		},
	};
}

async function authorsOf(identityOf: IdentityOf, personIds: readonly string[]) {
	const known = await Promise.all(
		[...new Set(personIds)].map(async (personId) => {
			const identity = await identityOf(personId, null);
			return identity && ([personId, { name: identity.name, colour: colourOf(personId) }] as const);
		}),
	);
	return new Map(known.filter((author) => author !== null));
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
