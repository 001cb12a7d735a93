export {
	type BallotBoxFacts,
	type BallotEntry,
	BOARD_FORMAT,
	type Board,
	type BoardEntry,
	type ChainedEntry,
	type ElectorEntry,
	type Headcount,
	type PartnerEntry,
	type PollEntry,
	type ResultEntry,
} from "./Board.ts";
export { boardText, CHAIN_START, chainText, signedText } from "./boardText.ts";
export { receiptOfSealed } from "./receipt.ts";
