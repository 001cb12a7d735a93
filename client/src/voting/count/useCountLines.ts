import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type Formats, useFormats } from "../../app/index.ts";
import type { AskedPoll } from "../views.ts";
import type { CountLine, CountShown } from "./countShown.ts";
import { medianLines } from "./lines/medianLines.ts";
import { pathLines } from "./lines/pathLines.ts";
import { roundLines } from "./lines/roundLines.ts";
import { type Fate, stageLines } from "./lines/stageLines.ts";
import { sumLines } from "./lines/sumLines.ts";

/** A count as lines, one for each option, best first, in the reader's words. Where nobody won, nobody has a place. */
export function useCountLines(poll: AskedPoll, count: CountShown): readonly CountLine[] {
	const { t } = useTranslation("voting");
	const lines = linesOf(t, useFormats(), poll, count);
	return count.winners.length > 0 ? lines : lines.map((line) => ({ ...line, place: null }));
}

type Words = TFunction<"voting">;

function linesOf(t: Words, formats: Formats, { method, options }: AskedPoll, count: CountShown): CountLine[] {
	const { working } = count;
	switch (working.__typename) {
		case "Sums":
			return sumLines(method, count, working, formats.number);
		case "StrongestPaths": {
			const keys = options.map(({ key }) => key);
			return pathLines(keys, count, working, (ahead, of) => t("count.ahead", { ahead, of }));
		}
		case "RunoffRounds":
			return roundLines(count, working, {
				votes: formats.number,
				leftAfter: (round) => t("count.leftAfter", { round }),
			});
		case "TransferStages": {
			const votes = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 2 });
			return stageLines(count, working, {
				votes: (value) => votes.format(value),
				fate: (fate) => fateInWords(t, fate),
			});
		}
		case "Medians":
			return medianLines(count, working, (median) => (median === 0 ? "–" : t(`grade.${median}`)));
	}
}

function fateInWords(t: Words, fate: Fate): string {
	return fate.kind === "standing"
		? t("count.fate.standing")
		: t(`count.fate.${fate.kind}`, { stage: fate.stage });
}
