import type { CostlyTexts } from "../domain/CostlyTexts.ts";
import type {
	ClientIds,
	DraftHistory,
	DraftLog,
	DraftShelf,
	IdentityOf,
	Presence,
	TextUpdates,
	Warn,
} from "../ports.ts";

/** Everything that the actions of this room need of the world. */
export interface DraftingWorld {
	readonly log: DraftLog;
	readonly history: DraftHistory;
	readonly clientIds: ClientIds;
	readonly shelf: DraftShelf;
	readonly texts: TextUpdates;
	readonly costly: CostlyTexts;
	readonly presence: Presence;
	readonly identityOf: IdentityOf;
	readonly clock: () => Date;
	/** Tells those at a draft that somebody came, went or moved; may be called often, and thins out by itself. */
	readonly announcePresence: (draftId: string) => void;
	/** The network of a draft, which never changes; null: no such draft. Remembers what it was once told. */
	readonly networkOf: (draftId: string) => Promise<string | null>;
	readonly warn: Warn;
}
