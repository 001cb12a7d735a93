export { isAnswerText, textBytesOf } from "./answerText.ts";
export { isBoxKey } from "./boxKey.ts";
export {
	type BoxContent,
	checkOpenedBox,
	type OpenedBoxCheck,
	type OpenedBoxRefusal,
} from "./checkOpenedBox.ts";
export { type FaultyBallot, type OpenedBox, openBox } from "./openBox.ts";
export type { BoxKeys, Sodium } from "./Sodium.ts";
export {
	type BallotSeal,
	newPlaintext,
	plaintextBytes,
	sealedBytes,
	sealPlaintext,
	textIn,
} from "./sealBallot.ts";
export {
	type PassedShare,
	type PollShares,
	refusalOfTrustees,
	type SealedShare,
	type Trustee,
	type TrusteesRefusal,
} from "./trustees.ts";
