import type { PollState } from "@crossroads/shared";
import { type AgendaLine, currentLine, type SessionMoment, sessionMoment } from "../live/agenda.ts";

interface Line extends AgendaLine {
	kind: string;
}

/** The one thing on the wall. */
export type ScreenView<I extends Line> =
	| { shows: "welcome"; moment: Exclude<SessionMoment, "during" | "after"> }
	| { shows: "item"; item: I }
	| { shows: "break"; item: I }
	| { shows: "poll" }
	| { shows: "result" }
	| { shows: "end" };

/** A poll from its opening to the next item, else the current item, else the welcome; a prepared poll is not shown yet. */
export function screenView<I extends Line>(agenda: readonly I[], poll: PollState | null): ScreenView<I> {
	if (poll === "OPEN" || poll === "CLOSED") return { shows: "poll" };
	if (poll === "PUBLISHED") return { shows: "result" };
	const item = currentLine(agenda);
	if (item) return { shows: item.kind === "BREAK" ? "break" : "item", item };
	const moment = sessionMoment(agenda);
	if (moment === "after") return { shows: "end" };
	return { shows: "welcome", moment: moment === "during" ? "between" : moment };
}

/** How large a text may stand so that it is read whole from the last row: three sizes by its length. */
export function textSize(text: string): "large" | "medium" | "small" {
	if (text.length <= 60) return "large";
	return text.length <= 150 ? "medium" : "small";
}
