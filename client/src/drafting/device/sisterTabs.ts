import * as Y from "yjs";

/** What a tab hears from its sisters. */
export interface SisterTabs {
	/** Tells the others that this tab goes, and leaves something unsent in the copy that they share. */
	leaveUnsent(): void;
	close(): void;
}

/**
 * Joins the tabs that one person has open on the same draft, on this device: what is written in one stands in the
 * others at once, with a connection or without. `onLeft`: a tab is gone whose words nobody has sent yet; they are in
 * `doc`. To be joined before the copy on the device is read, so that nothing falls between.
 */
export function joinSisterTabs(doc: Y.Doc, copy: string, onLeft: () => void): SisterTabs {
	if (!("BroadcastChannel" in globalThis)) return { leaveUnsent() {}, close() {} };
	const channel = new BroadcastChannel(copy);
	const tell = (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
		if (transaction.local) channel.postMessage(update);
	};
	doc.on("update", tell);
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (data instanceof Uint8Array) Y.applyUpdate(doc, data, channel);
		else onLeft();
	};
	return {
		leaveUnsent: () => channel.postMessage("left"),
		close() {
			doc.off("update", tell);
			channel.close();
		},
	};
}
