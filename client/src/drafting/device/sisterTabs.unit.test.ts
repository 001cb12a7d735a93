import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { joinSisterTabs, type SisterWorld } from "./sisterTabs.ts";

function tab(copy: string, onLeft = () => {}) {
	const doc = new Y.Doc();
	return { doc, text: doc.getText("document"), sisters: joinSisterTabs(doc, copy, onLeft) };
}

test("two tabs of one person show the same words without a server", async () => {
	const [one, two] = [tab("d1-ana"), tab("d1-ana")];
	one.text.insert(0, "one ");
	await vi.waitFor(() => expect(two.text.toString()).toBe("one "));
	two.text.insert(4, "two");
	await vi.waitFor(() => expect(one.text.toString()).toBe("one two"));
	for (const { sisters } of [one, two]) sisters.close();
});

test("what came from the server is not told again", async () => {
	const [one, two] = [tab("d2-ana"), tab("d2-ana")];
	const server = new Y.Doc();
	server.getText("document").insert(0, "from the server");
	Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(server), "server");
	one.text.insert(15, ", and from one");
	await vi.waitFor(() => expect(two.doc.store.pendingStructs).not.toBeNull());
	expect(two.text.toString()).toBe("");
	for (const { sisters } of [one, two]) sisters.close();
});

test("a tab hears of another one's end by its lock, and takes over what it left unsent; only that", async () => {
	const watchers: { lock: string; granted: () => void }[] = [];
	const unsent = new Set<string>();
	const world: SisterWorld = {
		locks: {
			request: async (name: string, _: LockOptions, granted: () => void) => {
				watchers.push({ lock: name, granted });
			},
		} as unknown as LockManager,
		isUnsent: (mark) => unsent.has(mark),
	};
	const onLeft = vi.fn();
	const [one, two, three] = ["one", "two", "three"].map((name) => {
		const sisters = joinSisterTabs(new Y.Doc(), "d4-ana", name === "one" ? onLeft : () => {}, world);
		sisters.introduce(name);
		return sisters;
	});
	await vi.waitFor(() => expect(watchers).toHaveLength(6));
	const end = (name: string) => {
		for (const { lock, granted } of watchers) if (lock === name) granted();
	};
	end("three");
	expect(onLeft).not.toHaveBeenCalled();
	unsent.add("two");
	end("two");
	expect(onLeft).toHaveBeenCalledOnce();
	for (const sisters of [one, two, three]) sisters?.close();
});

test("a tab hears that another one left something unsent", async () => {
	const onLeft = vi.fn();
	const [one, two] = [tab("d3-ana", onLeft), tab("d3-ana")];
	two.sisters.leaveUnsent();
	await vi.waitFor(() => expect(onLeft).toHaveBeenCalledOnce());
	for (const { sisters } of [one, two]) sisters.close();
});
