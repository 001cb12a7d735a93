import { useCallback, useEffect, useState } from "react";
import { checkReceipt, type ReceiptFinding } from "./checkReceipt.ts";

/** How far this device is with looking for its ballot on the board. */
export type BoardLook =
	| { phase: "looking" }
	| { phase: "unreached" }
	| { phase: "looked"; finding: ReceiptFinding };

const KEY_ADDRESS = "/.well-known/crossroads-board-key";
/** So long for each elector the phones of a room spread their looking: two thousand do not all come in one moment. */
const SPREAD_MS = 5;

/** [B6] Fetches a poll's board and the server's key, and looks for the receipt. `address` null: there is none yet. */
export function useBoardLook(
	address: string | null,
	receipt: string,
	electorateSize: number,
): { look: BoardLook; lookAgain(): void } {
	const [look, setLook] = useState<BoardLook>({ phase: "looking" });
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		if (!address) return;
		let isOver = false;
		const settle = (next: BoardLook) => {
			if (!isOver) setLook(next);
		};
		setLook({ phase: "looking" });
		const delay = attempt === 0 ? Math.random() * SPREAD_MS * electorateSize : 0;
		const timer = setTimeout(async () => {
			try {
				const [board, key] = await Promise.all([textAt(address), textAt(KEY_ADDRESS)]);
				settle({ phase: "looked", finding: await checkReceipt(board, receipt, key.trim()) });
			} catch {
				settle({ phase: "unreached" });
			}
		}, delay);
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [address, receipt, electorateSize, attempt]);
	return { look, lookAgain: useCallback(() => setAttempt((count) => count + 1), []) };
}

async function textAt(address: string): Promise<string> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
	return answer.text();
}
