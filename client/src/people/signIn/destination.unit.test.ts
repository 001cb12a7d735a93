import { expect, test } from "vitest";
import { destination } from "./destination.ts";

const to = (path: string) => destination(new URLSearchParams({ to: path }));

test("after signing in one comes back to where one wanted to go", () => {
	expect(to("/drafts/1?x=2")).toBe("/drafts/1?x=2");
});

test.each(["https://elsewhere.eu", "//elsewhere.eu", "/\\elsewhere.eu", "javascript:alert(1)", ""])(
	"an address that is not a path of ours (%s) leads home",
	(path) => {
		expect(to(path)).toBe("/home");
	},
);
