import type { TFunction } from "i18next";

/** What a banner needs to know of a poll: whether ballots are secret, and who can open the box. */
export interface KeptSecret {
	secrecy: "NAMED" | "SECRET";
	/** null: the poll is by name. */
	box: { holder: "TRUSTEES" | "SERVER"; needed: number; trustees: readonly unknown[] } | null;
}

/** Who can know how somebody voted, in one or two sentences that claim no more than is so. */
export function secrecyInWords(t: TFunction<"voting">, { secrecy, box }: KeptSecret): string {
	if (secrecy === "NAMED") return t("secrecy.NAMED");
	if (box?.holder !== "TRUSTEES") return t("secrecy.SERVER");
	return t("secrecy.TRUSTEES", { needed: box.needed, of: box.trustees.length });
}

/** The same in a word or two, for a badge or the wall. */
export function secrecyInShort(t: TFunction<"voting">, { secrecy, box }: KeptSecret): string {
	if (secrecy === "NAMED") return t("secrecy.short.NAMED");
	return t(box?.holder === "TRUSTEES" ? "secrecy.short.TRUSTEES" : "secrecy.short.SERVER");
}
