import type {
	BallotAnswer,
	CountResult,
	DecisionRule,
	Headcount,
	PollSettings,
	RefusalCode,
	Secrecy,
	Sodium,
	StakeholderGroup,
	Trustee,
	WeightedBallot,
} from "@crossroads/shared";
import type { Transaction } from "../database/index.ts";
import type { PartnerRow } from "../network/index.ts";
import type { ProgrammeRoom } from "../programme/index.ts";
import type { BallotOutcome } from "./domain/ballotDecision.ts";
import type { BoardFacts, BoardTools } from "./domain/buildBoard.ts";
import type { DecidedPoll, OpeningCounts } from "./domain/decidePoll.ts";
import type {
	HandedPaper,
	ListedDelegate,
	NamedGrant,
	NamedWeight,
	NewGrant,
	Represented,
} from "./domain/electorate/electorateFacts.ts";
import type { PaperBatch, PaperEntry } from "./domain/electorate/paperBallots.ts";
import type { FrozenElector, ProxyGrant } from "./domain/electorate/proxies.ts";
import type { Ballot, Poll } from "./domain/Poll.ts";
import type { BoxClass } from "./domain/secret/boxParts.ts";
import type { NewPollBox, OpenedPart, PollBox } from "./domain/secret/pollBox.ts";
import type { SealedBallot, SealedOutcome } from "./domain/secret/sealedDecision.ts";
import type { ShownCounts } from "./domain/secret/shownCounts.ts";
import type { Tally, TurnoutCell } from "./domain/tally.ts";

export type { PartnerRow } from "../network/index.ts";

/** One transaction of the database. */
export type Tx = Transaction;

/** Takes ballots, each voter's at most once, whatever the number of boxes over one record. */
export interface BallotBox {
	/**
	 * Puts a ballot in. Answers after the commit: "counted" and "changed" are durable and will be in the result.
	 * `changedAt` of the given ballot is null. `voterId` is who hands it in, which for an elector who is represented is
	 * the proxy; left out: the elector. Throws on faults only; the same ballot may then be cast again with
	 * its key and counts once.
	 */
	cast(ballot: Ballot, voterId?: string): Promise<BallotOutcome>;
}

/** Takes the ballots of secret polls, each voter's at most once, whatever the number of boxes over one record. */
export interface SecretBox {
	/**
	 * [V40] Puts a sealed ballot in, whose length is the poll's. Answers after the commit, as `BallotBox` does; the same
	 * bytes from the same voter may be cast again, and count once.
	 */
	cast(ballot: SealedBallot): Promise<SealedOutcome>;
}

/** The count of one poll as one commit left it. */
export interface PollTally {
	readonly pollId: string;
	readonly version: number;
	readonly state: Poll["state"];
	readonly tally: Tally;
	/** The partners of `tally.byPartner`, in the same order: that of the network's list. */
	readonly partners: readonly PartnerRow[];
}

/** Who voted what, for named polls after publishing. */
export interface NamedBallot {
	readonly personName: string;
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	/** Of a split vote each part is a line of its own. */
	readonly answer: BallotAnswer;
	readonly weight: number;
}

/** Where a poll is held: what policies ask about. */
export interface PollPlace {
	readonly sessionId: string;
	readonly eventId: string;
	readonly networkId: string;
}

/** A poll with where it is held. */
export type PlacedPoll = Poll & PollPlace;

/** [V15] A poll and its count, as one commit left the two. */
export interface CountedPoll {
	readonly id: string;
	readonly poll: PlacedPoll;
	readonly counted: PollTally;
}

/** What a ballot of a poll must be like. */
export interface BallotForm {
	readonly settings: PollSettings;
	readonly secrecy: Secrecy;
}

/** One person's own part in a poll. */
export interface OwnPart {
	/** Is an elector, and votes in person. */
	readonly isElector: boolean;
	/** Whether a ballot of this person lies in the box, named or secret. */
	readonly hasVoted: boolean;
	/** The number of the paper on which the elector votes; null: none. */
	readonly paper: number | null;
	/** What the elector weighs, whoever casts the ballot; null: no elector. */
	readonly weight: number | null;
	readonly ballot: Ballot | null;
}

/**
 * Reads of the record. What is asked for in one turn of the event loop, whoever asks, is one statement a method.
 * Ids that are unknown, or no ids at all, find nothing.
 */
export interface PollReads {
	poll(id: string): Promise<PlacedPoll | null>;
	/** Newest first. */
	pollsOfSession(sessionId: string): Promise<readonly PlacedPoll[]>;
	/** Newest first. */
	pollsOfVersion(versionId: string): Promise<readonly PlacedPoll[]>;
	/** The poll with its count, in a statement whose cost does not grow with the ballots; null: no such poll. */
	countedPoll(id: string): Promise<CountedPoll | null>;
	/** The count of a poll that was decided; null: it was not. Large: read only where it is asked for. */
	countOf(pollId: string): Promise<CountResult | null>;
	/** How a poll is answered, and into which box; null: no such poll. Never changes, and is asked of the database once. */
	ballotForm(pollId: string): Promise<BallotForm | null>;
	/** By partner and name. Gives nothing of a poll that is not named or not published [V14]. */
	namedBallots(pollId: string): Promise<readonly NamedBallot[]>;
	ownPart(personId: string, pollId: string): Promise<OwnPart>;
	/** Where a session is held; null: there is no such session. */
	sessionPlace(sessionId: string): Promise<PollPlace | null>;
}

/** What a published poll's board is made of, as one snapshot of the record shows it. */
export interface BoardRecord extends Pick<BoardFacts, "partners" | "electors" | "ballots"> {
	readonly poll: PlacedPoll;
	/** On the event's list when the poll opened. */
	readonly entitled: OpeningCounts["entitled"];
	/** Of the electors, those in the room when the poll closed. */
	readonly presentAtClosing: Headcount;
	readonly count: CountResult;
	/** The box of a secret poll, opened; null: the poll is not secret. */
	readonly secret: {
		readonly box: NonNullable<BoardFacts["poll"]["box"]>;
		readonly parts: readonly OpenedPart[];
	} | null;
}

/** Reads published polls whole. */
export interface BoardReads {
	/** Null: no such poll, or not published. */
	boardRecord(pollId: string): Promise<BoardRecord | null>;
}

/** What a poll is prepared with. */
export interface NewPoll {
	readonly id: string;
	readonly sessionId: string;
	readonly agendaItemId: string | null;
	readonly recommendationVersionId: string | null;
	readonly question: string;
	readonly settings: PollSettings;
	readonly rule: Required<DecisionRule>;
	readonly isPublic: boolean;
	readonly proxyCap: number;
	readonly createdAt: Date;
	readonly secrecy: Secrecy;
	/** Null: the poll is not secret. */
	readonly box: NewPollBox | null;
}

/** Whether what a new poll names is there to be voted on. */
export interface PollSubject {
	/** The item exists and is on the session's agenda; true when none is named. */
	readonly isItemOfSession: boolean;
	/** The state of the recommendation whose version it is; null: no such version in the session's network. */
	readonly recommendationState: string | null;
	/** The named version is the newest of its recommendation. */
	readonly isNewestVersion: boolean;
	/** The session's agenda names its recommendation. */
	readonly isOnAgenda: boolean;
}

/** Writes of the record, all inside a transaction of `transaction`. */
export interface PollWrites {
	/** Committed when it resolves. `work` may run again after a deadlock: it only writes. */
	transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
	/** Locks the poll's row until the commit: no ballot is counted meanwhile, and no other transition begins. */
	lockPoll(tx: Tx, pollId: string): Promise<PlacedPoll | null>;
	subjectOf(tx: Tx, poll: NewPoll): Promise<PollSubject>;
	/** Whether it was written; false: its id is taken. */
	insertPoll(tx: Tx, poll: NewPoll): Promise<boolean>;
	isAnotherPollOpen(tx: Tx, poll: Poll): Promise<boolean>;
	/** Who could come and who was there at opening; of a poll that was opened. */
	openingCounts(tx: Tx, pollId: string): Promise<OpeningCounts>;
	/** Everybody who may vote, with the ballot that lies in the box; under the poll's lock no other comes. */
	ballotsOf(tx: Tx, pollId: string): Promise<readonly ElectorWithBallot[]>;
	saveOpened(tx: Tx, opened: OpenedPoll): Promise<void>;
	saveClosed(tx: Tx, closed: ClosedPoll): Promise<void>;
	savePublished(tx: Tx, published: { pollId: string; at: Date }): Promise<void>;
}

export interface OpenedPoll {
	readonly pollId: string;
	readonly personId: string;
	readonly at: Date;
	readonly counts: OpeningCounts;
	readonly electorateHash: string;
}

export interface ClosedPoll {
	readonly pollId: string;
	readonly personId: string;
	readonly at: Date;
	readonly presentAtClosing: Headcount;
	/** Null: the box of a secret poll is not opened yet. */
	readonly decided: DecidedPoll | null;
}

/** Somebody who may vote, and what was said; answer null: nothing. */
export interface ElectorWithBallot extends FrozenElector {
	readonly answer: BallotAnswer | null;
	/** Of a split vote what counts instead of the answer; else null. */
	readonly parts: readonly WeightedBallot[] | null;
}

/** Who may vote in a poll, before and after its opening. Writes happen under the poll's lock. */
export interface ElectorateBook {
	setProxyCap(tx: Tx, pollId: string, cap: number): Promise<void>;
	/** The proxies that stand before opening. */
	grants(tx: Tx, pollId: string): Promise<readonly ProxyGrant[]>;
	giveProxy(tx: Tx, grant: NewGrant): Promise<void>;
	/** False: there was none. */
	withdrawProxy(tx: Tx, pollId: string, principalId: string): Promise<boolean>;
	/** What is set before opening, by person; who is not there weighs 1. */
	weights(tx: Tx, pollId: string): Promise<ReadonlyMap<string, number>>;
	/** Writes all weights anew. */
	saveWeights(tx: Tx, pollId: string, weights: ReadonlyMap<string, number>): Promise<void>;
	/** [V3] Writes the poll's electors. */
	freeze(tx: Tx, pollId: string, electors: readonly FrozenElector[]): Promise<void>;
}

/** An elector to whom a paper might be given. */
export interface ElectorForPaper {
	/** The number of the paper; null: votes by phone. */
	readonly paper: number | null;
	readonly hasBallot: boolean;
}

/** A paper as somebody has just read it. */
export interface NewPaperEntry {
	readonly pollId: string;
	readonly paper: number;
	readonly by: string;
	/** Null: the entry is taken back. */
	readonly answer: BallotAnswer | null;
	readonly at: Date;
}

/** A paper that two persons read alike. */
export interface CountedPaper extends PaperEntry {
	readonly receipt: string;
}

/** [V32] Ballots on paper. All of it happens under the poll's lock. */
export interface PaperBook {
	elector(tx: Tx, pollId: string, personId: string): Promise<ElectorForPaper | null>;
	/** Numbers are never given twice. */
	handOut(tx: Tx, pollId: string, personId: string): Promise<void>;
	takeBack(tx: Tx, pollId: string, personId: string): Promise<void>;
	isHandedOut(tx: Tx, pollId: string, paper: number): Promise<boolean>;
	/** What was entered, by whoever entered something. */
	batches(tx: Tx, pollId: string): Promise<readonly PaperBatch[]>;
	enter(tx: Tx, entry: NewPaperEntry): Promise<void>;
	/** Makes ballots of them, each its elector's; the counters advance. */
	putIntoTheBox(tx: Tx, pollId: string, papers: readonly CountedPaper[], at: Date): Promise<void>;
}

/** Reads of electorates, batched as `PollReads` are. Not yet cut to what a viewer may see. */
export interface ElectorateReads {
	/** Who is on the list of the session's event, by partner and name. */
	delegatesOf(sessionId: string): Promise<readonly ListedDelegate[]>;
	/** Who weighs more than 1, by name: as it is set before opening, as it was frozen after it. */
	weightsOf(pollId: string): Promise<readonly NamedWeight[]>;
	/** The papers that were handed out, by number. */
	papersOf(pollId: string): Promise<readonly HandedPaper[]>;
	/** The proxies that were given before opening, by the principals' names. */
	grantsOf(pollId: string): Promise<readonly NamedGrant[]>;
	/** The electors who vote by a proxy, by name. Empty before opening. */
	representedOf(pollId: string): Promise<readonly Represented[]>;
}

/** Somebody of the network who may be made a trustee: has set a key. */
export type TrusteeCandidate = Trustee & { readonly name: string };

/** [T5] A share on its way to the trustee who opens the box. */
export interface ReleasedShare {
	readonly pollId: string;
	readonly personId: string;
	readonly openerId: string;
	/** Sealed for the opener's key, base64. */
	readonly sealedShare: string;
}

/** Trustees' keys and shares, and who can open which box. */
export interface TrusteeShelf {
	/** The box of a secret poll; null: no such poll, or it is not secret. Batched. */
	box(pollId: string): Promise<PollBox | null>;
	/** The polls of which the person is a trustee, newest first. */
	trusteeships(personId: string): Promise<readonly { readonly pollId: string }[]>;
	/** [T1] Sets the person's public key, for polls to come. */
	setKey(personId: string, publicKey: string): Promise<void>;
	/** The public key that the person set last; null: none. */
	ownKey(personId: string): Promise<string | null>;
	/** By name. */
	candidates(networkId: string): Promise<readonly TrusteeCandidate[]>;
	insertBox(tx: Tx, pollId: string, box: NewPollBox): Promise<void>;
	/** Keeps the passed share in place of an earlier one, and raises the poll's version. */
	release(tx: Tx, share: ReleasedShare): Promise<void>;
}

/** [V42] Locks with the server's ballot key. */
export interface Vault {
	/** Locks the content for one purpose, such as "box <poll> <part>": it opens for no other. Other bytes each time. */
	lock(purpose: string, content: Uint8Array): Buffer;
	/** Throws where it was locked with another key or for another purpose, or was changed. */
	unlock(purpose: string, locked: Uint8Array): Buffer;
}

/** A part of a box from closing on: all its ballots, sorted. */
export interface BoxPart extends BoxClass {
	readonly sealed: readonly Buffer[];
}

/** [V44] What the opening of a box leaves behind. */
export interface SavedOpening {
	readonly pollId: string;
	readonly parts: readonly OpenedPart[];
	readonly decided: DecidedPoll;
	readonly shown: ShownCounts;
}

/** [V41] [V44] What becomes of a secret poll's box besides voting. Writes stand inside the transactions that move the poll. */
export interface SecretBoxes {
	/** An empty box with these parts. */
	layOut(tx: Tx, pollId: string, classes: readonly BoxClass[]): Promise<void>;
	/** Takes the server's lock off. `ballotBytes`: the length of the poll's sealed ballots. */
	unlock(tx: Tx, pollId: string, ballotBytes: number): Promise<void>;
	/** What lies in the box; of a poll that is closed. */
	contents(pollId: string): Promise<readonly BoxPart[]>;
	/** The poll's private key, locked, where the server holds it and did not use it yet. */
	heldKey(pollId: string): Promise<Buffer | null>;
	presentAtClosing(tx: Tx, pollId: string): Promise<Headcount>;
	/** How many of each partner and group have voted. */
	turnout(tx: Tx, pollId: string): Promise<readonly TurnoutCell[]>;
	/** Writes the result, keeps these parts in place of the box's, and forgets the server's key. */
	saveOpening(tx: Tx, opening: SavedOpening): Promise<void>;
}

/** Moves a recommendation to ADOPTED or REJECTED, in the transaction that publishes the poll. */
export type DecideRecommendation = (
	tx: Tx,
	decision: { versionId: string; pollId: string; isAdopted: boolean; personId: string; at: Date },
) => Promise<
	{ readonly refusal: RefusalCode } | { readonly refusal: null; readonly topics: readonly string[] }
>;

/** What the room programme does with a poll's session, inside the caller's transaction. */
export type SessionInTransaction = Pick<
	ProgrammeRoom,
	"lockSession" | "touchSession" | "presentDelegates" | "entitledDelegates" | "entitledCounts"
>;

/** What the actions need of the world. */
export interface VotingPorts {
	readonly reads: PollReads;
	readonly writes: PollWrites;
	readonly electorate: ElectorateBook;
	readonly papers: PaperBook;
	readonly electorateReads: ElectorateReads;
	readonly box: BallotBox;
	readonly boardReads: BoardReads;
	/** Hashes and signs boards. */
	readonly boardTools: BoardTools;
	readonly secretBox: SecretBox;
	readonly boxes: SecretBoxes;
	readonly trustees: TrusteeShelf;
	readonly vault: Vault;
	/** libsodium, loaded when first needed. */
	readonly sodium: () => Promise<Sodium>;
	/** The session, in voting's own transactions. */
	readonly session: SessionInTransaction;
	readonly decideRecommendation: DecideRecommendation;
	/** Tells everybody who watches the topic; called after the commit. */
	readonly announce: (topic: string) => void;
	readonly clock: () => Date;
	/** sha-256, hex. */
	readonly digest: (text: string) => string;
	/** A fresh random receipt. */
	readonly newReceipt: () => string;
}
