import { loadSodium } from "../../sealing/loadSodium.ts";
import { writeKeyFile } from "../keyFile.ts";
import { keyFingerprint, type TrusteeKey } from "../TrusteeKey.ts";

/** [T1] Hands the key pair to the browser as a file to be saved; its name bears the fingerprint's first group. */
export async function saveKeyFile(key: TrusteeKey): Promise<void> {
	const sodium = await loadSodium();
	const [group] = keyFingerprint(sodium, key.publicKey).split("-");
	const file = new Blob([writeKeyFile(sodium, key)], { type: "application/json" });
	const address = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = address;
	link.download = `crossroads-trustee-key-${group}.json`;
	link.click();
	URL.revokeObjectURL(address);
}
