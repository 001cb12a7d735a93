import * as Y from "yjs";
import type { TextUpdates } from "../ports.ts";
import { isSound } from "./isSound.ts";
import { readText } from "./readText.ts";
import { writeText } from "./writeText.ts";

/** The text of drafts, kept in Yjs: this folder is the only place on the server that knows it. */
export const yjsUpdates: TextUpdates = {
	isSound,
	merge: (updates) => Y.mergeUpdates([...updates]),
	read: readText,
	write: writeText,
};
