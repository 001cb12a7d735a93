import { createHash } from "node:crypto";
import type { DraftDocument } from "@crossroads/shared";
import { describe, expect, test } from "vitest";
import { cleanTitle, isLanguage } from "./title.ts";
import { versionContent } from "./versionContent.ts";

const document: DraftDocument = {
	type: "doc",
	content: [{ type: "paragraph", content: [{ type: "text", text: "é & 😀" }] }],
};

describe("what a version is hashed of", () => {
	test("[R2] is spelled in one way, whatever the order of keys, so that anybody gets the same hash", () => {
		const spelled = versionContent({ language: "en", title: "Open doors", document });
		expect(spelled).toBe(
			'{"document":{"content":[{"content":[{"text":"é & 😀","type":"text"}],"type":"paragraph"}],"type":"doc"},"language":"en","title":"Open doors"}',
		);
		expect(createHash("sha256").update(spelled, "utf8").digest("hex")).toBe(
			"823a7541ead052d1a10e70188596acb89a96f4b0388763007425b7453357e12e",
		);
		const shuffled = JSON.parse(
			'{"title":"Open doors","document":{"content":[{"content":[{"text":"é & 😀","type":"text"}],"type":"paragraph"}],"type":"doc"},"language":"en","number":7}',
		);
		expect(versionContent(shuffled)).toBe(spelled);
	});

	test("twin of [R2]: another language, title or character is another content", () => {
		const spelled = versionContent({ language: "en", title: "Open doors", document });
		expect(versionContent({ language: "fr", title: "Open doors", document })).not.toBe(spelled);
		expect(versionContent({ language: "en", title: "Open door", document })).not.toBe(spelled);
		expect(
			versionContent({ language: "en", title: "Open doors", document: { type: "doc", content: [] } }),
		).not.toBe(spelled);
	});
});

describe("a title", () => {
	test.each([
		["  Open\n doors ", "Open doors"],
		["\u202eevil", "evil"],
		[" \t", null],
		["x".repeat(301), null],
	])("%j is kept as %j", (title, kept) => {
		expect(cleanTitle(title)).toBe(kept);
	});

	test("its language is a code of BCP 47", () => {
		expect(["en", "fr", "pt-PT", "sr-Latn"].every(isLanguage)).toBe(true);
		expect(["", "English", "e", "en_GB", "../"].some(isLanguage)).toBe(false);
	});
});
