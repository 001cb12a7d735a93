import { expect, test } from "vitest";

type Strings = { [key: string]: string | Strings };

const PLURAL = /_(zero|one|two|few|many|other)$/;
const files = import.meta.glob<Strings>("../*/locales/*.json", { eager: true, import: "default" });
const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/gql/**", "!../**/*.test.ts"], {
	eager: true,
	import: "default",
	query: "?raw",
});

/** `../people/locales/fr.json`, or for our own room `./locales/fr.json`. */
function read(room: string, language: string): Strings {
	return files[room === "app" ? `./locales/${language}.json` : `../${room}/locales/${language}.json`] ?? {};
}

/** Every key of a file, with its way through the file; plural forms count as one. */
function keysOf(strings: Strings, before = ""): string[] {
	const keys = Object.entries(strings).flatMap(([key, value]) =>
		typeof value === "object" ? keysOf(value, `${before}${key}.`) : [`${before}${key}`.replace(PLURAL, "")],
	);
	return [...new Set(keys)].toSorted();
}

const rooms = [...new Set(Object.keys(files).map((path) => path.match(/^\.\.\/(\w+)/)?.[1] ?? "app"))];
const code = Object.values(sources).join("\n");
const texts = JSON.stringify(files);

/** Template literals in the code: `poll.rule.${kind}.name` becomes /^poll\.rule\.[^.]+\.name$/. */
const patterns = [...code.matchAll(/`([\w:]+(?:[.\w]|\$\{[^}]*\})*)`/g)]
	.map(([, text]) => text ?? "")
	.filter((text) => text.includes("${"))
	.map(
		(text) =>
			new RegExp(
				`^${text
					.replace(/^\w+:/, "")
					.replaceAll(".", "\\.")
					.replace(/\$\{[^}]*\}/g, "[^.]*")}$`,
			),
	);
const isNamed = (key: string) =>
	[`"${key}"`, `:${key}"`].some((name) => code.includes(name)) ||
	texts.includes(`$t(${key}`) ||
	patterns.some((pattern) => pattern.test(key));

test.each(rooms)("the words of %s are complete in English and in French", (room) => {
	expect(keysOf(read(room, "en"))).not.toEqual([]);
	expect(keysOf(read(room, "fr"))).toEqual(keysOf(read(room, "en")));
});

test.each(rooms)("no word of %s is left over", (room) => {
	expect(keysOf(read(room, "en")).filter((key) => !isNamed(key))).toEqual([]);
});

test("every word that the code asks for exists", () => {
	const known = new Set(rooms.flatMap((room) => keysOf(read(room, "en"))));
	const asked = [...code.matchAll(/\bt\(\s*"(?:\w+:)?([\w.]+)"/g)].map(([, key]) => key ?? "");
	expect([...new Set(asked)].filter((key) => !known.has(key.replace(PLURAL, "")))).toEqual([]);
});
