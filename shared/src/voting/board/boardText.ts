import { canonicalJson } from "../../canonicalJson.ts";
import { BOARD_FORMAT, type Board, type ChainedEntry } from "./Board.ts";

/** [B2] The one text of a board: JSON, an entry a line. Another spelling of the same JSON is another file, and refused. */
export function boardText({ entries, key, signature }: Board): string {
	const lines = entries.map((entry) => lineOf(entry)).join(",\n");
	return `{"format":"${BOARD_FORMAT}","entries":[\n${lines}\n],"key":"${key}","signature":"${signature}"}\n`;
}

/** [B2] An entry's line: canonical JSON (keys in code-unit order, no space), and after it the hash. */
function lineOf({ hash, ...entry }: ChainedEntry): string {
	return `${canonicalJson(entry).slice(0, -1)},"hash":"${hash}"}`;
}

/** [B3] The hash before the first entry's. */
export const CHAIN_START = BOARD_FORMAT;

/** [B3] What an entry's hash is taken of (sha-256, hex): the hash before it, and its canonical JSON without its own hash. */
export function chainText(previousHash: string, entryText: string): string {
	return `${previousHash}\n${entryText}`;
}

/** [B4] What the server signs, as UTF-8. */
export function signedText(entries: readonly ChainedEntry[]): string {
	return `${BOARD_FORMAT} ${entries.at(-1)?.hash ?? CHAIN_START}`;
}
