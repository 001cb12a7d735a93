import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { TrialHouse } from "../house/TrialHouse.ts";
import type { ShownBoard } from "./checkPoll.ts";

interface BoardRow {
	readonly kind: string;
	readonly personId: string | null;
	readonly receipt: string | null;
}

const VERIFIER = fileURLToPath(new URL("../../verifier/verifyPoll.mjs", import.meta.url));

/** The published poll's board at each server, each verified by its address with the key that server shows. */
export function boardsShown({ servers }: TrialHouse, pollId: string): Promise<ShownBoard[]> {
	return Promise.all(
		servers.map(async ({ address }, place) => {
			const board = `${address}/polls/${pollId}/board.json`;
			const { entries } = JSON.parse(await download(board)) as { entries: readonly BoardRow[] };
			const ballots = entries.filter(({ kind }) => kind === "ballot");
			const receipts = new Map(ballots.map(({ personId, receipt }) => [personId ?? "?", receipt ?? "?"]));
			return { where: `the board of server ${place + 1}`, receipts, ...(await verify(board)) };
		}),
	);
}

/** A server that has just come back may still be without its database. */
async function download(address: string): Promise<string> {
	for (let tries = 0; ; tries += 1) {
		const answer = await fetch(address).catch(() => null);
		if (answer?.ok) return answer.text();
		if (tries === 100) throw new Error(`${address}: ${answer?.status ?? "no answer"}`);
		await pause(100);
	}
}

function verify(address: string): Promise<Pick<ShownBoard, "isBelieved" | "verdict">> {
	return new Promise((resolve) => {
		execFile(process.execPath, [VERIFIER, address], (fault, out, err) => {
			const verdict = `${out}${err}`.trim().split("\n").slice(-2).join(" ");
			resolve({ isBelieved: fault === null, verdict });
		});
	});
}
