import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
	BOARD_FORMAT,
	type Board,
	boardText,
	type ChainedEntry,
	canonicalJson,
	chainText,
	signedText,
} from "@crossroads/shared";
import { boardSigner } from "../board/boardSigner.ts";
import type { BoardTools } from "../domain/buildBoard.ts";

/** The verifier's folder, which a stranger can copy out. */
export const VERIFIER_FOLDER = fileURLToPath(new URL("../../../../verifier/", import.meta.url));

/** One of the verifier's checks, by its name. */
export type CheckName = "chain" | "signature" | "order" | "electorate" | "ballots" | "count" | "decision";

interface Verifier {
	judge(
		bytes: Uint8Array,
		expectedKey?: string,
		checks?: object,
	): { readonly isBelieved: boolean; readonly lines: readonly string[] };
	readonly checks: Readonly<Record<CheckName, unknown>>;
}

/** The verifier as it is, loaded from its own folder: it has no types, and shares none. */
export function loadVerifier(): Promise<Verifier> {
	return import(pathToFileURL(join(VERIFIER_FOLDER, "checks.mjs")).href);
}

/** A server's own key. */
export const signer: BoardTools = boardSigner(new Uint8Array(32).fill(7));

/** These entries chained and signed anew, as only somebody with the server's key can. */
export function signedAnew(entries: readonly object[], { digest, key, sign }: BoardTools = signer): Board {
	let hash: string = BOARD_FORMAT;
	const chained = entries.map((given) => {
		const { hash: _, ...entry } = given as ChainedEntry;
		hash = digest(chainText(hash, canonicalJson(entry)));
		return { ...entry, hash } as ChainedEntry;
	});
	return { entries: chained, key, signature: sign(signedText(chained)) };
}

/** A board as the bytes of its file. */
export function boardBytes(board: Board): Uint8Array {
	return Buffer.from(boardText(board));
}
