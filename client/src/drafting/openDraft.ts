import * as Y from "yjs";
import { DraftCopy } from "./device/DraftCopy.ts";
import { copyName } from "./device/deviceMemory.ts";
import { joinSisterTabs } from "./device/sisterTabs.ts";
import { openTabMark } from "./device/tabMark.ts";
import { DraftProvider } from "./provider/DraftProvider.ts";
import { heldIds } from "./provider/heldIds.ts";
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
	const name = copyName(draftId, personId);
	const doc = new Y.Doc();
	let provider: DraftProvider | null = null;
	const ends: (() => void)[] = [() => doc.destroy()];
	let isClosed = false;
	const sisters = joinSisterTabs(doc, name, () => provider?.takeOver());
	ends.push(sisters.close);

	const open = async () => {
		const mark = await openTabMark(name);
		if (isClosed) return mark.close();
		sisters.introduce(mark.name);
		const copy = new DraftCopy(name, doc);
		const leave = () => {
			copy.flush();
			if (provider && isUnsent(provider)) sisters.leaveUnsent();
		};
		ends.push(
			mark.close,
			() => copy.close(),
			whenLeaving(leave, () => copy.flush()),
			leave,
		);
		await copy.loaded;
		if (isClosed) return;
		const ids = heldIds(name);
		const remember = () => copy.ids.toReversed().forEach(ids.add);
		remember();
		const made = new DraftProvider({ doc, link: socketLink(draftId), mark, keeper: copy, ids });
		copy.onLate(() => {
			remember();
			made.takeOver();
		});
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

/** Calls `leave` when the page ends, and `flush` when it is out of sight: then it may be ended without another word. */
function whenLeaving(leave: () => void, flush: () => void): () => void {
	const hide = () => document.visibilityState === "hidden" && flush();
	window.addEventListener("pagehide", leave);
	document.addEventListener("visibilitychange", hide);
	return () => {
		window.removeEventListener("pagehide", leave);
		document.removeEventListener("visibilitychange", hide);
	};
}

const isUnsent = ({ state }: DraftProvider) => state.save.kind === "unsent" || state.save.kind === "saving";
