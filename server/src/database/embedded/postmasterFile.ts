import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a running (or killed) PostgreSQL wrote into `postmaster.pid` of its data folder. */
export interface Postmaster {
	readonly pid: number;
	readonly port: number;
	/** "starting", "ready", "stopping" or "" while the file is being written. */
	readonly state: string;
}

/** Null where there is none: the server was never started, or was stopped properly. */
export function readPostmaster(dataFolder: string): Postmaster | null {
	const lines = readLines(dataFolder);
	if (!lines) return null;
	return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), state: (lines[7] ?? "").trim() };
}

/** Whether the process named there is alive and is PostgreSQL, not a later process with the same number. */
export function isPostmasterAlive({ pid }: Pick<Postmaster, "pid">): boolean {
	if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
	const command = commandOf(pid);
	return command === null || command.includes("postgres");
}

/**
 * After a kill or a power cut the file stays, and in a container another process soon has the same number;
 * PostgreSQL would then refuse to start for ever. The number is replaced by an impossible one and the rest kept:
 * PostgreSQL still checks by it that no backend of the dead server uses the shared memory.
 */
export function disownPostmasterFile(dataFolder: string): void {
	const lines = readLines(dataFolder);
	if (!lines) return;
	const impossible = "999999999";
	writeFileSync(join(dataFolder, "postmaster.pid"), [impossible, ...lines.slice(1)].join("\n"));
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return !isZombie(pid);
	} catch (fault) {
		return (fault as NodeJS.ErrnoException).code === "EPERM";
	}
}

/** Dead, and kept in the list only until its parent has asked how it ended. */
function isZombie(pid: number): boolean {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
	} catch {
		return false;
	}
}

function readLines(dataFolder: string): string[] | null {
	try {
		return readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
	} catch (fault) {
		if ((fault as NodeJS.ErrnoException).code === "ENOENT") return null;
		throw fault;
	}
}

/** Null where the system does not tell (not Linux). A dead child not yet collected has an empty command. */
function commandOf(pid: number): string | null {
	if (process.platform !== "linux") return null;
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8");
	} catch {
		return "";
	}
}
