import { useCallback, useEffect, useState } from "react";
import { loadSodium } from "../../sealing/loadSodium.ts";
import { keyDrawer } from "../keyDrawer.ts";
import { readKeyFile } from "../keyFile.ts";
import { newTrusteeKey, type TrusteeKey } from "../TrusteeKey.ts";

/** The viewer's key pair in this browser, and how to come by one. */
export interface OwnKey {
	/** undefined: not looked yet; null: not in this browser. */
	key: TrusteeKey | null | undefined;
	/** false: this browser keeps nothing; the key is here until the page is closed, and then only in the file. */
	isKept: boolean;
	/** [T1] Makes a key pair here. Whatever key was here before is gone from this browser. */
	make(): Promise<TrusteeKey>;
	/** Takes the key out of its file. Null: done; else what is wrong with the file. */
	takeFrom(file: File): Promise<"no-key-file" | "key-of-another" | null>;
}

/** The key pair of this person, as it lies in this browser's drawer. */
export function useOwnKey(personId: string): OwnKey {
	const [key, setKey] = useState<TrusteeKey | null | undefined>(undefined);
	const [isKept, setIsKept] = useState(true);
	useEffect(() => {
		let isOver = false;
		const settle = (found: TrusteeKey | undefined) => {
			if (!isOver) setKey((known) => known ?? found ?? null);
		};
		keyDrawer.read(personId).then(settle, () => settle(undefined));
		return () => {
			isOver = true;
		};
	}, [personId]);
	const keep = useCallback(async (next: TrusteeKey) => {
		const isWritten = await keyDrawer.write(next).then(
			() => true,
			() => false,
		);
		setIsKept(isWritten);
		setKey(next);
		return next;
	}, []);
	const make = useCallback(async () => keep(newTrusteeKey(await loadSodium(), personId)), [keep, personId]);
	const takeFrom = useCallback(
		async (file: File) => {
			const found = readKeyFile(await loadSodium(), await file.text());
			if (!found) return "no-key-file";
			if (found.personId !== personId) return "key-of-another";
			await keep(found);
			return null;
		},
		[keep, personId],
	);
	return { key, isKept, make, takeFrom };
}
