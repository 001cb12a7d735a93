import { useEffect, useState } from "react";
import { loadSodium } from "../../sealing/loadSodium.ts";
import type { TrusteeKey } from "../TrusteeKey.ts";

/** The public half in base64, as the graph writes it; null until libsodium is here, or there is no key. */
export function useKeyText(key: TrusteeKey | null | undefined): string | null {
	const [known, setKnown] = useState<{ key: TrusteeKey; text: string } | null>(null);
	useEffect(() => {
		if (!key) return;
		loadSodium()
			.then((sodium) => setKnown({ key, text: sodium.to_base64(key.publicKey) }))
			.catch(() => {});
	}, [key]);
	return known && known.key === key ? known.text : null;
}
