import { reportText } from "../report.ts";
import type { DraftingResult } from "./benchDrafting.ts";
import type { DraftingPlan } from "./plan.ts";
import type { Measure } from "./rows.ts";

const TITLES: Readonly<Record<Measure, string>> = {
	saturated: "Saturated: keystrokes as fast as everybody is shown them",
	paced: "50 keystrokes a second: from each keystroke to each reader; and until the writer is answered",
	"kill -9": "kill -9 in the middle of typing, the next start, and somebody who opens the document then",
	opening: "Opening a long draft: with nobody there, and beside another reader",
	memory: "Memory of open drafts with one reader each, garbage collected",
	commit: "One commit of one row",
};

/** The result for people; a peer that could not be started is named. */
export function draftingReport(
	{ rows, goals, missing, trace, rounds }: DraftingResult,
	{ isQuick }: DraftingPlan,
): string {
	const opening = [
		`One writer replays ${trace}. Medians of ${rounds} rounds.`,
		...missing.map(({ peer, why }) => `${peer} could not be started here, and is not measured: ${why}`),
	];
	return reportText({ opening, titles: TITLES, rows, goals, isQuick });
}
