import { framed } from "@crossroads/shared";
import { expect, test, vi } from "vitest";
import { toBase64 } from "./base64.ts";
import type { DraftSlice } from "./DraftLink.ts";
import { slicesInOrder } from "./slicesInOrder.ts";

const large = [new Uint8Array(300_000).fill(3), Uint8Array.of(1, 2, 3)];
const deflated = await deflate(framed(large));
const plain = (cursor: string, ...bytes: number[]) => ({
	...{ cursor, isSnapshot: false, deflated: null, updates: [toBase64(Uint8Array.from(bytes))] },
});

/** As the server does it. */
async function deflate(bytes: Uint8Array): Promise<string> {
	const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
	const whole = stream.pipeThrough(new CompressionStream("deflate-raw"));
	return toBase64(new Uint8Array(await new Response(whole).arrayBuffer()));
}

function listening() {
	const told: DraftSlice[] = [];
	const broken = vi.fn();
	return { told, broken, slices: slicesInOrder((slice) => told.push(slice), broken) };
}

test("a large slice that takes a while stays before those that came after it", async () => {
	const { told, broken, slices } = listening();
	slices.take({ cursor: "a.2", isSnapshot: true, updates: [], deflated });
	slices.take(plain("a.3", 9));
	slices.take(plain("a.4", 8));
	// Twin: they would be told at once if nothing waited.
	expect(told).toEqual([]);
	await vi.waitFor(() => expect(told).toHaveLength(3));
	expect(told.map(({ cursor }) => cursor)).toEqual(["a.2", "a.3", "a.4"]);
	expect(told[0]?.updates).toEqual(large);
	slices.take(plain("a.5", 7));
	expect(told.at(-1)?.cursor).toBe("a.5");
	expect(broken).not.toHaveBeenCalled();
});

test("what cannot be inflated is told of, once, and nothing follows it", async () => {
	const { told, broken, slices } = listening();
	slices.take({ cursor: "a.2", isSnapshot: true, updates: [], deflated: "AAAA" });
	slices.take(plain("a.3", 9));
	await vi.waitFor(() => expect(broken).toHaveBeenCalledTimes(1));
	slices.take(plain("a.4", 8));
	expect(told).toEqual([]);
});

test("after its end nothing is told any more", async () => {
	const { told, slices } = listening();
	slices.take({ cursor: "a.2", isSnapshot: true, updates: [], deflated });
	slices.stop();
	slices.take(plain("a.3", 9));
	const other = listening();
	other.slices.take({ cursor: "a.2", isSnapshot: true, updates: [], deflated });
	await vi.waitFor(() => expect(other.told).toHaveLength(1));
	expect(told).toEqual([]);
});
