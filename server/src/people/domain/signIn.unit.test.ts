import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainMail } from "./plainMail.ts";
import { signInLink } from "./signInLink.ts";
import { signInMail } from "./signInMail.ts";
import { isTokenShaped, normalizeEmail } from "./signInRules.ts";

describe("an e-mail address", () => {
	test.each([
		["ana@example.eu", "ana@example.eu"],
		["  Ana.B+c@Example.EU\n", "ana.b+c@example.eu"],
		["jürgen@münchen.example", "jürgen@münchen.example"],
	])("%j is looked up as %j", (text, email) => {
		expect(normalizeEmail(text)).toBe(email);
	});

	test.each([
		"",
		"@",
		"ana",
		"ana@",
		"@example.eu",
		"a b@example.eu",
		"a@b\r\nBcc: c@d",
		"a\0@b.eu",
		`${"a".repeat(400)}@b.eu`,
	])("%j is none", (text) => {
		expect(normalizeEmail(text)).toBeNull();
	});
});

describe("[P4] a sign-in link", () => {
	test("carries the token behind #, where no server sees it", () => {
		const url = new URL(signInLink("https://crossroads.example.eu", "t".repeat(43)));
		expect([url.origin, url.pathname, url.search, url.hash]).toEqual([
			"https://crossroads.example.eu",
			"/sign-in/confirm",
			"",
			`#${"t".repeat(43)}`,
		]);
	});

	test("is mailed in the person's language, else in English", () => {
		const mailFor = (language: string) => signInMail({ name: "Ana", language }, "LINK");
		expect(mailFor("fr").subject).toContain("connexion");
		expect(mailFor("de").subject).toContain("sign-in");
		expect([mailFor("fr").text, mailFor("en").text].every((text) => text.includes("\n\nLINK\n\n"))).toBe(
			true,
		);
	});
});

test("[P3] a token is 43 characters of base64url and nothing else", () => {
	expect(isTokenShaped("aZ09_-".padEnd(43, "x"))).toBe(true);
	const others = ["", "x".repeat(42), "x".repeat(44), `${"x".repeat(43)}\n`, `${"x".repeat(42)}+`];
	expect(others.filter(isTokenShaped)).toEqual([]);
});

test("no name, address or subject adds a line to a mail's headers", () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), fc.string(), (name, address, subject) => {
			const mail = plainMail({ to: { name, address }, subject, text: "" });
			expect(`${mail.to.name}${mail.to.address}${mail.subject}`).not.toMatch(/\p{Cc}/u);
		}),
	);
});
