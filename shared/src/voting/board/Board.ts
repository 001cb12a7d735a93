import type { StakeholderGroup } from "../../roles.ts";
import type { BallotAnswer } from "../answer.ts";
import type { DecisionRule, RuleResult } from "../decisionRule.ts";
import type { CountResult } from "../methods/CountResult.ts";
import type { PollSettings } from "../pollMethod.ts";
import type { Secrecy } from "../words.ts";

/** The format of every board, and the beginning of its chain. Another format is another word. */
export const BOARD_FORMAT = "crossroads-board-1";

/** [B1] All that a poll's result follows from, for anybody to check. Base64 is URL-safe without padding, hashes are hex. */
export interface Board {
	/** In the order of the kinds below, and within a kind by their text. */
	readonly entries: readonly ChainedEntry[];
	/** The server's public key, Ed25519, 32 bytes in base64. */
	readonly key: string;
	/** [B4] Of the last entry's hash, with the format's name before it. 64 bytes in base64. */
	readonly signature: string;
}

/** [B3] An entry with its hash (sha-256), which covers all entries before it. */
export type ChainedEntry = BoardEntry & { readonly hash: string };

/** One fact on the board. */
export type BoardEntry =
	| PollEntry
	| PartnerEntry
	| ElectorEntry
	| BallotEntry
	| SealedEntry
	| InvalidEntry
	| ResultEntry;

/** The first entry: what was asked of whom, and by which rule it is decided. */
export interface PollEntry {
	readonly kind: "poll";
	readonly pollId: string;
	readonly question: string;
	/** The frozen text that was voted on; null: none. */
	readonly recommendationVersionId: string | null;
	readonly secrecy: Secrecy;
	readonly settings: PollSettings;
	/** With everything written out. */
	readonly rule: Required<DecisionRule>;
	/** ISO 8601, UTC. */
	readonly openedAt: string;
	readonly closedAt: string;
	/** Delegates on the event's list when the poll opened, the cities that they come from, and what they weigh together. */
	readonly entitled: Headcount & { readonly weight: number };
	/** Of the electors, those still present when the poll closed. */
	readonly presentAtClosing: Headcount;
	/** [V3] */
	readonly electorateHash: string;
	/** Null: the poll is not secret. */
	readonly box: BallotBoxFacts | null;
}

/** How many people, from how many cities. */
export interface Headcount {
	readonly persons: number;
	readonly cities: number;
}

/** A secret poll's box: the key that ballots were sealed for, who could open it, and what came in besides. */
export interface BallotBoxFacts {
	readonly publicKey: string;
	/** How many trustees there are, and how many of them open the box together; null: the server holds the key. */
	readonly trustees: { readonly of: number; readonly needed: number } | null;
	/** How many of the ballots were on paper. Which ones is not told: they may be few. */
	readonly onPaper: number;
}

/** A city whose partner has electors. */
export interface PartnerEntry {
	readonly kind: "partner";
	readonly partnerId: string;
	readonly name: string;
}

/** Somebody who could vote. Of a secret poll, names, ids and proxies are null: who voted is nobody's business. */
export interface ElectorEntry {
	readonly kind: "elector";
	readonly personId: string | null;
	readonly name: string | null;
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly weight: number;
	/** Was in the room when the poll opened; false: is represented by a proxy. */
	readonly isPresent: boolean;
	readonly proxyId: string | null;
}

/**
 * One answer that is counted. Named polls: an elector's; the parts of a split vote are ballots of their own with the same
 * person and receipt, and weigh together what the elector weighs. Secret polls: one of the opened ballots, or one on
 * paper; which one, and whose, nobody knows: person and receipt are null, and partner and group are told only where
 * the rule asks for them and secrecy allows it.
 */
export interface BallotEntry {
	readonly kind: "ballot";
	readonly personId: string | null;
	/** [V19] Null: on paper, or secret. */
	readonly receipt: string | null;
	readonly partnerId: string | null;
	readonly group: StakeholderGroup | null;
	/** Of a secret poll always false: there it is only told how many were on paper. */
	readonly isPaper: boolean;
	readonly weight: number;
	readonly answer: BallotAnswer;
}

/** Secret polls: a ballot as it lies in the box. Its receipt is `receiptOfSealed` of the sha-256 of its bytes. */
export interface SealedEntry {
	readonly kind: "sealed";
	readonly sealed: string;
}

/** Secret polls: one of the sealed ballots, which counts for nothing [S3]. */
export interface InvalidEntry {
	readonly kind: "invalid";
	readonly sealed: string;
}

/** The last entry: the count and the decision with its reasons. */
export interface ResultEntry {
	readonly kind: "result";
	readonly count: CountResult;
	readonly isAdopted: boolean;
	readonly rules: readonly RuleResult[];
}
