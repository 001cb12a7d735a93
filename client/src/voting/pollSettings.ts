import type { PollSettings } from "@crossroads/shared";
import type { LivePoll } from "./views.ts";

/** How a poll is answered, as the forms and `readAnswer` take it. */
export function settingsOf(
	poll: Pick<LivePoll, "method" | "options" | "mostChosen" | "dots" | "seats">,
): PollSettings {
	const { method, options, mostChosen, dots, seats } = poll;
	return {
		method,
		options,
		mostChosen: mostChosen ?? undefined,
		dots: dots ?? undefined,
		seats: seats ?? undefined,
	};
}
