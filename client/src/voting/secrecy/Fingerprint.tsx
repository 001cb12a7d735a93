import { useEffect, useState } from "react";
import { loadSodium } from "../sealing/loadSodium.ts";
import { keyFingerprint } from "../trustees/TrusteeKey.ts";
import css from "./Secrecy.module.css";

/** [T7] A public key (base64) as people read it to each other. Nothing until libsodium is here. */
export function Fingerprint({ publicKey, isLarge }: { publicKey: string; isLarge?: boolean }) {
	const signs = useFingerprint(publicKey);
	return <code className={isLarge ? css.largeFingerprint : css.fingerprint}>{signs ?? "…"}</code>;
}

function useFingerprint(publicKey: string): string | null {
	const [known, setKnown] = useState<{ publicKey: string; signs: string } | null>(null);
	useEffect(() => {
		let isOver = false;
		loadSodium()
			.then((sodium) => {
				const signs = keyFingerprint(sodium, sodium.from_base64(publicKey));
				if (!isOver) setKnown({ publicKey, signs });
			})
			.catch(() => {});
		return () => {
			isOver = true;
		};
	}, [publicKey]);
	return known?.publicKey === publicKey ? known.signs : null;
}
