import { expect, test, vi } from "vitest";
import { afterForbidden } from "./afterForbidden.ts";

function reader(known: string | null, ...answers: (string | null | Error)[]) {
	const ask = vi.fn(async () => {
		const answer = answers.shift();
		if (answer instanceof Error) throw answer;
		return answer ?? null;
	});
	const who = { known: () => known, ask, startAfresh: vi.fn(async () => {}), wait: vi.fn(async () => {}) };
	return who;
}

test("a sign-in that is over elsewhere is noticed: everything is read again as nobody", async () => {
	const who = reader("ana", null);
	await afterForbidden(who);
	expect(who.startAfresh).toHaveBeenCalledTimes(1);
});

test("somebody else at the same browser never sees what the former one saw", async () => {
	const who = reader("ana", "ben");
	await afterForbidden(who);
	expect(who.startAfresh).toHaveBeenCalledTimes(1);
});

test("the same person with a fresh cookie just goes on", async () => {
	const who = reader("ana", "ana");
	await afterForbidden(who);
	expect(who.startAfresh).not.toHaveBeenCalled();
});

test("a projector with a stale cookie goes on as nobody, once the question has taken the cookie away", async () => {
	const who = reader(null, null);
	await afterForbidden(who);
	expect(who.ask).toHaveBeenCalledTimes(1);
	expect(who.startAfresh).not.toHaveBeenCalled();
});

test("without an answer it asks again, and nothing is forgotten meanwhile", async () => {
	const who = reader("ana", new Error("no network"), new Error("no network"), "ana");
	await afterForbidden(who);
	expect(who.wait).toHaveBeenCalledTimes(2);
	expect(who.startAfresh).not.toHaveBeenCalled();
});
