import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** What `NODE_OPTIONS` of a measured process must hold. */
export const measuredNodeOptions = `--expose-gc --import=${fileURLToPath(new URL("./garbage.ts", import.meta.url))}`;

/** Of Linux: USER_HZ is 100 wherever Node runs. */
const MS_A_TICK = 10;
const COLLECTING_MS = 700;

/** CPU time of a process so far, user and system, in ms. In steps of 10 ms. */
export function cpuMsOf(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) * MS_A_TICK;
}

/** Bytes of memory that a process occupies, after its garbage was collected. */
export async function memoryOf(pid: number): Promise<number> {
	process.kill(pid, "SIGUSR2");
	await pause(COLLECTING_MS);
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1_024;
}
