import type { Sodium } from "@crossroads/shared";

/** libsodium, ready to use. Loaded when first needed: a server that holds no secret poll goes without. */
export async function loadSodium(): Promise<Sodium> {
	const { default: sodium } = await import("libsodium-wrappers-sumo");
	await sodium.ready;
	return sodium;
}
