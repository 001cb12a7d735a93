import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { joinSisterTabs } from "./sisterTabs.ts";

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

test("a tab hears that another one left something unsent", async () => {
	const onLeft = vi.fn();
	const [one, two] = [tab("d3-ana", onLeft), tab("d3-ana")];
	two.sisters.leaveUnsent();
	await vi.waitFor(() => expect(onLeft).toHaveBeenCalledOnce());
	for (const { sisters } of [one, two]) sisters.close();
});
