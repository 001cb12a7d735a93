import { inflateRawSync } from "node:zlib";
import { unframed } from "@crossroads/shared";
import { expect, test } from "vitest";
import { sentSlice } from "./sentSlice.ts";

const sliceOf = (updates: readonly Uint8Array[]) => ({ cursor: "a.2", isSnapshot: true, updates });
const much = [new Uint8Array(10_000).fill(7), Uint8Array.from({ length: 10_000 }, (_, at) => at % 251)];

test("much of a text is sent deflated, and is the same when it is inflated", async () => {
	const sent = await sentSlice(sliceOf(much), true);
	expect(sent).toMatchObject({ cursor: "a.2", isSnapshot: true, updates: [] });
	expect(sent.deflated?.length).toBeLessThan(2_000);
	const updates = unframed(inflateRawSync(Buffer.from(sent.deflated ?? "", "base64")));
	expect(updates.map((update) => [...update])).toEqual(much.map((update) => [...update]));
});

test("twin: to whoever did not say that they can inflate, and where there is little, it is sent as it is", async () => {
	expect(await sentSlice(sliceOf(much), false)).toMatchObject({ updates: much, deflated: null });
	const little = [new Uint8Array(10)];
	expect(await sentSlice(sliceOf(little), true)).toMatchObject({ updates: little, deflated: null });
});
