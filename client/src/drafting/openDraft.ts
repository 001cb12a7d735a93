import * as Y from "yjs";
import { copyName } from "./device/deviceMemory.ts";
import { joinSisterTabs } from "./device/sisterTabs.ts";
import { openTabMark } from "./device/tabMark.ts";
import { DraftProvider } from "./provider/DraftProvider.ts";
import { heldIds } from "./provider/heldIds.ts";
import { openLocalCopy } from "./provider/localCopy.ts";
import { socketLink } from "./provider/socketLink.ts";

/**
 * Opens a draft in this tab: with what the device remembers of it, and together with the same person's other tabs.
 * `opened` is called once the memory was read, unless it was closed before.
 */
export function openDraft(
	draftId: string,
	personId: string,
	opened: (provider: DraftProvider) => void,
): { close(): void } {
	const copy = copyName(draftId, personId);
	const doc = new Y.Doc();
	let provider: DraftProvider | null = null;
	const ends: (() => void)[] = [() => doc.destroy()];
	let isClosed = false;
	const sisters = joinSisterTabs(doc, copy, () => provider?.takeOver());
	const leave = () => {
		if (provider && isUnsent(provider)) sisters.leaveUnsent();
	};
	window.addEventListener("pagehide", leave);
	ends.push(sisters.close, () => window.removeEventListener("pagehide", leave), leave);

	const open = async () => {
		const mark = await openTabMark(copy);
		ends.push(mark.close);
		if (isClosed) return mark.close();
		const local = openLocalCopy(doc, draftId, personId);
		ends.push(local.close);
		await local.loaded;
		if (isClosed) return;
		const made = new DraftProvider({ doc, link: socketLink(draftId), mark, ids: heldIds(copy) });
		local.onLate(() => made.compareAgain());
		provider = made;
		ends.push(() => made.destroy());
		opened(made);
	};
	void open();
	return {
		close() {
			isClosed = true;
			for (const end of ends.reverse()) end();
		},
	};
}

const isUnsent = ({ state }: DraftProvider) => state.save.kind === "unsent" || state.save.kind === "saving";
