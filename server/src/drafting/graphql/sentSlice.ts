import { promisify } from "node:util";
import { constants, deflateRaw } from "node:zlib";
import { framed } from "@crossroads/shared";
import type { LogSlice } from "../ports.ts";
import type { DraftUpdatesView } from "./views.ts";

const deflated = promisify(deflateRaw);

/** Less than this, in bytes, is sent as it is: keystrokes are, whoever reads them. */
const muchBytes = 16 * 1024;

/**
 * A slice as it is sent: where there is much of it, and the reader can inflate, deflated beside the server, once for all
 * who ask alike. Whole texts become a third. What is deflated together is this draft's text alone, which all of its
 * readers may read: no secret of a reader's lies in it, whose length could tell something.
 */
export async function sentSlice(
	{ cursor, isSnapshot, updates }: LogSlice,
	mayDeflate: boolean,
): Promise<DraftUpdatesView> {
	const bytes = updates.reduce((sum, { length }) => sum + length, 0);
	if (!mayDeflate || bytes < muchBytes) return { cursor, isSnapshot, updates, deflated: null };
	const whole = await deflated(framed(updates), { level: constants.Z_BEST_SPEED });
	return { cursor, isSnapshot, updates: [], deflated: whole.toString("base64") };
}
