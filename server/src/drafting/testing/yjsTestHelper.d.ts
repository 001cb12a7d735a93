declare module "yjs/testHelper" {
	import type { Doc } from "yjs";

	/** Throws unless the two hold the same structs, in the same order, with the same neighbours. */
	export function compareStructStores(one: Doc["store"], other: Doc["store"]): void;

	/**
	 * Yjs's own random tests: five who write with `mods`, hear of each other in any order, and are now and then cut
	 * off; compares them all in the end and throws where they differ. `init` is called with each of the five first.
	 */
	export function applyRandomTests(
		tc: { readonly prng: unknown },
		mods: readonly ((doc: Doc) => void)[],
		iterations: number,
		init: (doc: Doc) => void,
	): { readonly users: readonly Doc[] };
}
