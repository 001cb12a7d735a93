import type { LivePoll } from "../../../voting/index.ts";
import type { Running } from "../../live/useRun.ts";
import type { LiveAgendaItem, LivePresence, LiveSession } from "../../live/views.ts";
import type { NextAction } from "./nextAction.ts";

/** What the console knows when it offers the next step. */
export interface Step {
	session: LiveSession;
	action: NextAction<LiveAgendaItem, LiveSession["polls"][number]>;
	poll: LivePoll | null;
	presence: LivePresence | null;
	running: Running;
}
