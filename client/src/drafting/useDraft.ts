import { useEffect, useState, useSyncExternalStore } from "react";
import { useConnection } from "../apollo/index.ts";
import { openDraft } from "./openDraft.ts";
import type { DraftProvider, DraftState } from "./provider/DraftProvider.ts";

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
		const opened = openDraft(draftId, personId, setProvider);
		return () => {
			setProvider(null);
			opened.close();
		};
	}, [draftId, personId]);
	return provider;
}
