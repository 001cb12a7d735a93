import { createHash } from "node:crypto";
import type { Database } from "../database/index.ts";
import type { Viewer } from "../people/index.ts";
import { type CastBallotWish, castBallot } from "./actions/castBallot.ts";
import { type CastSealedBallotWish, castSealedBallot } from "./actions/castSealedBallot.ts";
import { closePoll } from "./actions/closePoll.ts";
import { type CreatePollWish, createPoll } from "./actions/createPoll.ts";
import type { PrincipalWish } from "./actions/electorate/changeProxy.ts";
import { type GiveProxyWish, giveProxy } from "./actions/electorate/giveProxy.ts";
import { setProxyCap } from "./actions/electorate/setProxyCap.ts";
import { setWeights } from "./actions/electorate/setWeights.ts";
import { withdrawProxy } from "./actions/electorate/withdrawProxy.ts";
import { exportBoard, mayReadBoard } from "./actions/exportBoard.ts";
import { type OpenBoxWish, openBox } from "./actions/openBox.ts";
import { openPoll } from "./actions/openPoll.ts";
import { type EnterPaperWish, enterPaper } from "./actions/paper/enterPaper.ts";
import { handOutPaper, type PaperVoterWish, takeBackPaper } from "./actions/paper/handOutPaper.ts";
import { publishPoll } from "./actions/publishPoll.ts";
import {
	type ReleaseShareWish,
	releaseShare,
	sealedBox,
	setTrusteeKey,
	trusteeCandidates,
} from "./actions/trustees.ts";
import { type BoardFile, BoardShelf } from "./board/BoardShelf.ts";
import { boardSigner } from "./board/boardSigner.ts";
import type { WeightWish } from "./domain/electorate/weights.ts";
import type { DecideRecommendation, SessionInTransaction, VotingPorts } from "./ports.ts";
import { newReceipt } from "./receipt.ts";
import { BallotVault } from "./sealing/BallotVault.ts";
import { loadSodium } from "./sealing/loadSodium.ts";
import { PgElectorateBook } from "./store/electorate/PgElectorateBook.ts";
import { PgElectorateReads } from "./store/electorate/PgElectorateReads.ts";
import { PgPaperBook } from "./store/electorate/PgPaperBook.ts";
import { KnownCounts } from "./store/KnownCounts.ts";
import { PgBallotBox } from "./store/PgBallotBox.ts";
import { PgBoardReads } from "./store/PgBoardReads.ts";
import { PgPollReads } from "./store/PgPollReads.ts";
import { PgPollWrites } from "./store/PgPollWrites.ts";
import { PgSecretBox } from "./store/secret/PgSecretBox.ts";
import { PgSecretBoxes } from "./store/secret/PgSecretBoxes.ts";
import { PgTrustees } from "./store/secret/PgTrustees.ts";

/** What the room needs of the house. */
export interface VotingDeps {
	readonly database: Database;
	/** 32 bytes that lock what the server holds of secret ballots. */
	readonly ballotKey: Uint8Array;
	readonly clock: () => Date;
	/** `live.announce`; called after the commit, once for each topic and commit. */
	readonly announce: (topic: string) => void;
	/** The room programme: it alone writes sessions and knows who is present. */
	readonly session: SessionInTransaction;
	/** The recommendations room's action of that name, bound to its book. */
	readonly decideRecommendation: DecideRecommendation;
	/** [B4] The seed of the key that signs boards, 32 bytes; the same in every process of one site. */
	readonly boardKey: Uint8Array;
}

/** The room's actions and reads, bound to the house. */
export type VotingRoom = ReturnType<typeof createVotingRoom>;

/** Polls, electorates, ballots, tallies and results. */
export function createVotingRoom({ database, ballotKey, boardKey, ...deps }: VotingDeps) {
	const vault = new BallotVault(ballotKey);
	const announcePoll = (pollId: string) => deps.announce(`poll:${pollId}`);
	const knownCounts = new KnownCounts();
	const ports: VotingPorts = {
		...deps,
		reads: new PgPollReads(database, knownCounts),
		writes: new PgPollWrites(database),
		electorate: new PgElectorateBook(),
		papers: new PgPaperBook(),
		electorateReads: new PgElectorateReads(database),
		box: new PgBallotBox(database, {
			onCommit(pollId, commit) {
				knownCounts.follow(pollId, commit);
				announcePoll(pollId);
			},
		}),
		boardReads: new PgBoardReads(database),
		boardTools: boardSigner(boardKey),
		secretBox: new PgSecretBox(database, vault, { onCommit: announcePoll }),
		boxes: new PgSecretBoxes(database, vault),
		trustees: new PgTrustees(database),
		vault,
		sodium: loadSodium,
		digest: (text) => createHash("sha256").update(text).digest("hex"),
		newReceipt,
	};
	const boards = new BoardShelf({ build: (pollId) => exportBoard(ports, pollId), clock: deps.clock });
	return {
		/** Reads; batched, nothing kept. What they give is not yet cut to what a viewer may see: see `graphql/`. */
		reads: ports.reads,
		electorateReads: ports.electorateReads,
		createPoll: (viewer: Viewer, wish: CreatePollWish) => createPoll(ports, viewer, wish),
		openPoll: (viewer: Viewer, pollId: string) => openPoll(ports, viewer, pollId),
		closePoll: (viewer: Viewer, pollId: string) => closePoll(ports, viewer, pollId),
		publishPoll: (viewer: Viewer, pollId: string) => publishPoll(ports, viewer, pollId),
		giveProxy: (viewer: Viewer, wish: GiveProxyWish) => giveProxy(ports, viewer, wish),
		withdrawProxy: (viewer: Viewer, wish: PrincipalWish) => withdrawProxy(ports, viewer, wish),
		/** Reads of boxes and trustees, as `reads`. */
		trustees: ports.trustees,
		castSealedBallot: (viewer: Viewer, wish: CastSealedBallotWish) => castSealedBallot(ports, viewer, wish),
		setTrusteeKey: (viewer: Viewer, publicKey: string) => setTrusteeKey(ports, viewer, publicKey),
		trusteeCandidates: (viewer: Viewer, sessionId: string) => trusteeCandidates(ports, viewer, sessionId),
		openBox: (viewer: Viewer, wish: OpenBoxWish) => openBox(ports, viewer, wish),
		sealedBox: (viewer: Viewer, pollId: string) => sealedBox(ports, viewer, pollId),
		releaseShare: (viewer: Viewer, wish: ReleaseShareWish) => releaseShare(ports, viewer, wish),
		setProxyCap: (viewer: Viewer, pollId: string, cap: number) => setProxyCap(ports, viewer, pollId, cap),
		setWeights: (viewer: Viewer, pollId: string, wishes: readonly WeightWish[]) =>
			setWeights(ports, viewer, pollId, wishes),
		handOutPaper: (viewer: Viewer, wish: PaperVoterWish) => handOutPaper(ports, viewer, wish),
		takeBackPaper: (viewer: Viewer, wish: PaperVoterWish) => takeBackPaper(ports, viewer, wish),
		enterPaper: (viewer: Viewer, wish: EnterPaperWish) => enterPaper(ports, viewer, wish),
		castBallot: (viewer: Viewer, wish: CastBallotWish) => castBallot(ports, viewer, wish),
		/** [V34] The board of a published poll; null: there is none for the viewer. */
		board: async (viewer: Viewer, pollId: string): Promise<BoardFile | null> =>
			(await mayReadBoard(ports, viewer, pollId)) ? boards.file(pollId.toLowerCase()) : null,
		/** [B4] The public half of the key that signs boards: Ed25519, base64, URL-safe. */
		boardKey: ports.boardTools.key,
	};
}
