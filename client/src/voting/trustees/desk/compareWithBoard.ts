import {
	type BallotSeal,
	type Board,
	canonicalJson,
	isAnswerText,
	type Sodium,
	textIn,
} from "@crossroads/shared";
import type { OpenedPart } from "./openParts.ts";

/** [S9] What opening the published ballots once more says of the published answers. */
export type SecondLook =
	| { readonly kind: "same"; readonly ballots: number }
	/** Answers that came out of the box and are not published; published ones that came out of no box. */
	| { readonly kind: "different"; readonly missing: number; readonly added: number };

/**
 * [S9] Compares what came out of the box now with what the board says, answer by answer. Answers on paper stand on the
 * board and were in no box; the board says how many they are, so that many may stand there besides.
 */
export function compareWithBoard(
	sodium: Sodium,
	seal: BallotSeal,
	{ entries }: Pick<Board, "entries">,
	opened: readonly OpenedPart[],
): SecondLook {
	const [poll] = entries;
	if (poll?.kind !== "poll") return { kind: "different", missing: 0, added: entries.length };
	const texts = opened.flatMap(({ plaintexts }) =>
		plaintexts.map((plaintext) => textIn(sodium, seal, sodium.from_base64(plaintext))),
	);
	const fromBox = texts.filter((text) => text !== null && isAnswerText(poll.settings, text));
	const published = new Map<string, number>();
	for (const entry of entries) {
		if (entry.kind !== "ballot") continue;
		const text = canonicalJson(entry.answer);
		published.set(text, (published.get(text) ?? 0) + 1);
	}
	let missing = 0;
	for (const text of fromBox as string[]) {
		const left = published.get(text) ?? 0;
		if (left === 0) missing += 1;
		else published.set(text, left - 1);
	}
	const besides = [...published.values()].reduce((sum, left) => sum + left, 0);
	const added = Math.max(0, besides - (poll.box?.onPaper ?? 0));
	const ballots = opened.reduce((sum, part) => sum + part.plaintexts.length + part.faulty.length, 0);
	return missing === 0 && added === 0 ? { kind: "same", ballots } : { kind: "different", missing, added };
}
