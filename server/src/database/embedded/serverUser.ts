import { spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";

/** How PostgreSQL's programs are started: PostgreSQL refuses to run as root. */
export interface ServerUser {
	/** Hands a file or folder that we made to that user. */
	own(path: string): void;
	/** The command to spawn, with the options of child_process. */
	command(program: string, args: readonly string[]): SpawnedCommand;
}

/** Arguments for child_process.spawn. */
export interface SpawnedCommand {
	readonly file: string;
	readonly args: string[];
	readonly options: { uid?: number; gid?: number };
}

const NOBODY = 65534;

/**
 * The user who runs the server in `folder` (which exists): we ourselves, unless we are root. Then: the owner of
 * the data, if there is data already; else nobody (65534), where that user can reach program and folder; else
 * root dressed as user 1000 in a user namespace, which reaches whatever root reaches. No system user is created.
 */
export function findServerUser(folder: string, dataFolder: string, program: string): ServerUser {
	if (process.getuid?.() !== 0) return ourselves;
	if (existsSync(dataFolder)) {
		const { uid, gid } = statSync(dataFolder);
		return uid === 0 ? dressedRoot : otherUser(uid, gid);
	}
	const { uid: ownerBefore, gid: groupBefore } = statSync(folder);
	const nobody = otherUser(NOBODY, NOBODY);
	nobody.own(folder);
	if (canRun(nobody, program, folder)) return nobody;
	chownSync(folder, ownerBefore, groupBefore);
	if (canRun(dressedRoot, program, folder)) return dressedRoot;
	throw new Error(
		`PostgreSQL does not run as root, and neither user ${NOBODY} nor a user namespace can run it in ${folder}: start Crossroads as another user, or set DATABASE_URL.`,
	);
}

const ourselves: ServerUser = {
	own: () => undefined,
	command: (file, args) => ({ file, args: [...args], options: {} }),
};

const dressedRoot: ServerUser = {
	own: () => undefined,
	command: (file, args) => ({
		file: "unshare",
		args: ["--user", "--map-user=1000", "--", file, ...args],
		options: {},
	}),
};

function otherUser(uid: number, gid: number): ServerUser {
	return {
		own: (path) => chownSync(path, uid, gid),
		command: (file, args) => ({ file, args: [...args], options: { uid, gid } }),
	};
}

function canRun(user: ServerUser, program: string, folder: string): boolean {
	return succeeds(user.command("test", ["-x", program])) && succeeds(user.command("test", ["-w", folder]));
}

function succeeds({ file, args, options }: SpawnedCommand): boolean {
	return spawnSync(file, args, { ...options, stdio: "ignore" }).status === 0;
}
