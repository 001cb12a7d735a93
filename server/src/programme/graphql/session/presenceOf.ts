import { countPresence, type ProgrammeRoom } from "../../index.ts";
import { Presence } from "../views/Presence.ts";

/**
 * The presence of a session whose version was read before: so the figures are never older than the version says, and
 * a screen that ignores older versions ends with the newest figures.
 */
export async function presenceOf(
	{ shelf }: ProgrammeRoom,
	{ id, version }: { readonly id: string; readonly version: number },
): Promise<Presence> {
	const { byPartner, byGroup, ...counts } = countPresence(await shelf.presenceOf(id));
	return { sessionId: id, version, ...counts, byPartner: [...byPartner], byGroup: [...byGroup] };
}
