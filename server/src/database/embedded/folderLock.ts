import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "./postmasterFile.ts";

const PATIENCE_MS = 60_000;
const STEP_MS = 50;

/**
 * Runs `work` while no other process of this machine runs its own under the same lock file. The lock of a
 * process that was killed is taken over. Throws where another holds it for more than a minute.
 */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
	await takeLock(file);
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

async function takeLock(file: string): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (!tryToTake(file)) {
		if (Date.now() > deadline) throw new Error(`Another process starts or stops this database: ${file}`);
		await pause(STEP_MS);
	}
}

function tryToTake(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: "wx" });
		return true;
	} catch (fault) {
		if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
		dropDeadLock(file);
		return false;
	}
}

function dropDeadLock(file: string): void {
	let holder = "";
	try {
		holder = readFileSync(file, "utf8");
	} catch {
		return;
	}
	// Our own number in a lock that we do not hold: a killed process of an earlier start had it (containers).
	const isDead = holder !== "" && (!isAlive(Number(holder)) || Number(holder) === process.pid);
	if (isDead) rmSync(file, { force: true });
}
