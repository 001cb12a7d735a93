declare module "yjs/testHelper" {
	import type { Doc } from "yjs";

	/** Throws unless the two hold the same structs, in the same order, with the same neighbours. */
	export function compareStructStores(one: Doc["store"], other: Doc["store"]): void;
}
