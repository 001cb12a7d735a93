import { useEffect, useState, useSyncExternalStore } from "react";
import * as Y from "yjs";
import { useConnection } from "../apollo/index.ts";
import { DraftProvider, type DraftState } from "./provider/DraftProvider.ts";
import { openLocalCopy, unsentMark } from "./provider/localCopy.ts";
import { socketLink } from "./provider/socketLink.ts";

const notYet: DraftState = { isOpen: false, isGone: false, save: { kind: "opening" }, writers: [] };
const nothing = () => () => {};

/** A draft, followed for as long as the page shows it; the provider is null until the device's memory was read. */
export function useDraft(
	draftId: string,
	personId: string,
	isWritable: boolean,
): { provider: DraftProvider | null; state: DraftState } {
	const provider = useProvider(draftId, personId);
	const { state: connection } = useConnection();
	useEffect(() => {
		if (!provider) return;
		provider.setWritable(isWritable);
		provider.setOnline(connection === "live");
	}, [provider, isWritable, connection]);
	useEffect(() => provider?.start(), [provider]);
	const state = useSyncExternalStore(
		provider ? (listener) => provider.subscribe(listener) : nothing,
		() => provider?.state ?? notYet,
	);
	return { provider, state };
}

function useProvider(draftId: string, personId: string): DraftProvider | null {
	const [provider, setProvider] = useState<DraftProvider | null>(null);
	useEffect(() => {
		const doc = new Y.Doc();
		const copy = openLocalCopy(doc, draftId, personId);
		let opened: DraftProvider | null = null;
		let isClosed = false;
		void copy.loaded.then(() => {
			if (isClosed) return;
			const made = new DraftProvider({ doc, link: socketLink(draftId), mark: unsentMark(draftId, personId) });
			copy.onLate(() => made.compareAgain());
			opened = made;
			setProvider(made);
		});
		return () => {
			isClosed = true;
			opened?.destroy();
			setProvider(null);
			copy.close();
			doc.destroy();
		};
	}, [draftId, personId]);
	return provider;
}
