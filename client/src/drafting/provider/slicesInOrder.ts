import type { DraftUpdatesSubscription } from "../../gql/graphql.ts";
import { fromBase64 } from "./base64.ts";
import type { DraftSlice } from "./DraftLink.ts";
import { inflated } from "./inflate.ts";

type SentSlice = DraftUpdatesSubscription["draftUpdates"];

/**
 * Slices as they were sent are told in that order, though some take a while to be inflated. `broken` is told instead
 * of one that could not be; nothing follows it, nor anything after `stop`.
 */
export function slicesInOrder(told: (slice: DraftSlice) => void, broken: () => void) {
	let before: Promise<void> | null = null;
	let isOver = false;
	const tell = ({ cursor, isSnapshot }: SentSlice, updates: readonly Uint8Array[]) => {
		if (!isOver) told({ cursor, isSnapshot, updates });
	};
	const fail = () => {
		if (!isOver) broken();
		isOver = true;
	};
	return {
		take(slice: SentSlice): void {
			const { deflated } = slice;
			if (!deflated && !before) return tell(slice, slice.updates.map(fromBase64));
			const updates = deflated ? inflated(deflated) : Promise.resolve(slice.updates.map(fromBase64));
			const mine: Promise<void> = Promise.all([updates, before])
				.then(([all]) => tell(slice, all))
				.catch(fail)
				.finally(() => {
					if (before === mine) before = null;
				});
			before = mine;
		},
		stop(): void {
			isOver = true;
		},
	};
}
