import type { PollSettings } from "@crossroads/shared";
import type { LivePoll } from "./views.ts";

/** How a poll is answered, as the forms and `readAnswer` take it. */
export function settingsOf(poll: Pick<LivePoll, "method" | "options" | "mostChosen" | "dots">): PollSettings {
	const { method, options, mostChosen, dots } = poll;
	return { method, options, mostChosen: mostChosen ?? undefined, dots: dots ?? undefined };
}
