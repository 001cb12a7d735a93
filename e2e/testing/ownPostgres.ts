import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The PostgreSQL that Crossroads runs in `<dataDir>/postgres`: its address, with its password. */
export function urlOfPostgres(dataDir: string): string {
	const read = (name: string) => readFileSync(join(dataDir, "postgres", name), "utf8").trim();
	return `postgresql://crossroads:${read("password")}@127.0.0.1:${read("port")}/crossroads`;
}

/**
 * `kill -9` of the server and of all its backends at once: nothing of it can still finish what it began. Gives whether
 * there was one.
 */
export function killPostgres(dataDir: string): boolean {
	const file = join(dataDir, "postgres", "data", "postmaster.pid");
	const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
	if (!isPostgres(pid)) return false;
	for (const victim of [pid, ...childrenOf(pid)]) kill(victim);
	return true;
}

function isPostgres(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 1) return false;
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
	} catch {
		return false;
	}
}

function childrenOf(pid: number): number[] {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
	} catch {
		return [];
	}
}

function kill(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// It ended by itself meanwhile.
	}
}
