import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { cruise } from "dependency-cruiser";
import { cruiseOptions, importRules } from "../importRules.mjs";

/** A broken rule: which file broke it, and the rule's name. */
export interface Found {
	file: string;
	rule: string;
}

/** What a planted file imports: paths from the root of the planted tree, or names of packages and built-ins. */
export type Planted = Record<string, string[]>;

/**
 * Plants a small house in a temporary folder, cruises it with the project's own rules and options, and
 * removes it again. Files that are only imported are planted empty. Resolves to what was found, sorted by
 * file and rule.
 */
export async function cruisePlantedHouse(planted: Planted): Promise<Found[]> {
	const root = mkdtempSync(join(tmpdir(), "planted-house-"));
	try {
		plantPackages(root);
		plantFiles(root, planted);
		const { output } = await cruise(["server", "client", "shared", "bench", "verifier"], {
			...cruiseOptions,
			baseDir: root,
			validate: true,
			ruleSet: { forbidden: importRules },
		});
		if (typeof output === "string") throw new Error(`dependency-cruiser answered in words: ${output}`);
		const found = output.summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name }));
		return found.sort((a, b) => `${a.file} ${a.rule}`.localeCompare(`${b.file} ${b.rule}`));
	} finally {
		rmSync(root, { recursive: true });
	}
}

function plantPackages(root: string) {
	for (const name of ["@mikro-orm/core", "zod"]) {
		write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
		write(root, `node_modules/${name}/index.js`, "");
	}
	const dependencies = { "@mikro-orm/core": "1.0.0", zod: "1.0.0" };
	write(root, "package.json", JSON.stringify({ name: "planted", dependencies }));
	for (const folder of ["server", "client", "shared", "bench", "verifier"])
		mkdirSync(join(root, folder), { recursive: true });
}

function plantFiles(root: string, planted: Planted) {
	for (const [file, targets] of Object.entries(planted)) {
		write(root, file, `${targets.map((target) => importLine(file, target)).join("\n")}\n`);
		for (const target of targets) {
			if (isFile(target) && !(target in planted)) write(root, target, "export {};\n");
		}
	}
}

function importLine(file: string, target: string) {
	if (!isFile(target)) return `import "${target}";`;
	const path = relative(dirname(file), target);
	const named = path.startsWith(".") ? path : `./${path}`;
	return file.endsWith(".mjs") ? `import "${named}";` : `import type { Thing } from "${named}";`;
}

function isFile(target: string) {
	return /\.(tsx?|mjs)$/.test(target) && !target.includes("missing");
}

function write(root: string, file: string, text: string) {
	const path = join(root, file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
