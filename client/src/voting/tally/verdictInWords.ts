import type { TFunction } from "i18next";
import { optionInWords } from "../answers/words/optionInWords.ts";
import type { AskedPoll, LivePoll } from "../views.ts";
import { isAmongOptions } from "./tallyParts.ts";

type Result = Pick<NonNullable<LivePoll["result"]>, "isAdopted" | "winners">;

/** What was decided, in a few words: adopted or not; among options which one was chosen, or who is elected, or why none was. */
export function verdictInWords(t: TFunction<"voting">, poll: AskedPoll, result: Result): string {
	if (!isAmongOptions(poll)) return t(result.isAdopted ? "result.adopted" : "result.rejected");
	const [option, ...others] = result.winners.map((key) => optionInWords(t, poll.options, key));
	if (option === undefined) return t("result.nothingChosen");
	if (poll.method === "SINGLE_TRANSFERABLE_VOTE")
		return t(result.isAdopted ? "result.elected" : "result.undecided", {
			option: [option, ...others].join(" · "),
		});
	if (others.length > 0) return t("result.tie", { options: [option, ...others].join(" · ") });
	return t(result.isAdopted ? "result.chosen" : "result.undecided", { option });
}
