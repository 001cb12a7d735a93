import { afterEach, describe, expect, test } from "vitest";
import { TextTooCostly } from "../domain/TextTooCostly.ts";
import { costlyUpdate } from "../testing/costlyUpdate.ts";
import { Typist } from "../testing/writtenText.ts";
import { Workshop } from "./Workshop.ts";

describe("[D15] a workshop", () => {
	const workshops: Workshop[] = [];
	afterEach(async () => {
		for (const workshop of workshops.splice(0)) await workshop.close();
	});

	function aWorkshop(): Workshop {
		const workshop = new Workshop();
		workshops.push(workshop);
		return workshop;
	}

	const cheap = [new Typist(2_000).writeParagraph("words")];
	const costly = [
		new Typist(2_000).writeParagraph("x".repeat(6_000)),
		costlyUpdate(3_000, { client: 2_000, clock: 2 }, 6_000),
	];

	test("ends work whose time is over, and does the next with a thread of its own", async () => {
		const workshop = aWorkshop();
		const [first, second] = await Promise.allSettled([
			workshop.do(100, "read", costly),
			workshop.do(10_000, "read", cheap),
		]);
		expect(first).toMatchObject({ status: "rejected", reason: expect.any(TextTooCostly) });
		expect(second).toMatchObject({ status: "fulfilled", value: { dropped: {} } });
	});

	test("leaves nobody waiting when it is closed: neither at work, nor in the line, nor while its thread starts", async () => {
		const starting = aWorkshop();
		const soon = starting.do(10_000, "read", cheap).catch((fault: unknown) => fault);
		await new Promise((done) => setImmediate(done));
		await starting.close();
		expect(await soon).toBeInstanceOf(Error);

		const working = aWorkshop();
		await working.do(10_000, "read", cheap);
		const underway = working.do(60_000, "read", costly).catch((fault: unknown) => fault);
		const inLine = working.do(10_000, "read", cheap);
		await new Promise((done) => setImmediate(done));
		await working.close();
		expect(await underway).toBeInstanceOf(Error);
		expect(await inLine).toMatchObject({ dropped: {} });
	});
});
