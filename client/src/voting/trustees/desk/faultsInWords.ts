import type { TFunction } from "i18next";
import type { FaultyShare } from "../rebuildPollKey.ts";
import type { TrusteePoll } from "./pollOfTrustee.ts";

/** [T4] Whose share is of no use and why, a sentence each. */
export function faultsInWords(
	t: TFunction<"voting">,
	{ box }: Pick<TrusteePoll, "box">,
	faults: readonly FaultyShare[],
): string[] {
	return faults.map(({ trusteeId, fault }) => {
		const name = box.trustees.find(({ personId }) => personId === trusteeId)?.name ?? "";
		return t(`trustee.fault.${fault}`, { name });
	});
}
