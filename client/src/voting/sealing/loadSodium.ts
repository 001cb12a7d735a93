import type { Sodium } from "@crossroads/shared";

/** libsodium, fetched when a secret ballot or a trustee's key is first needed (190 kB): other screens go without. */
export async function loadSodium(): Promise<Sodium> {
	const { default: sodium } = await import("libsodium-wrappers-sumo");
	await sodium.ready;
	return sodium;
}
