import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { useOptionLabel } from "../answers/words/useOptionLabel.ts";
import type { AskedPoll } from "../views.ts";
import css from "./Count.module.css";
import type { CountShown } from "./countShown.ts";
import { isDecidedByChains } from "./lines/pathLines.ts";

/** What the lines do not say: abstentions, the quota, chains that decided, lots that were drawn, cases that a tie opened. */
export function CountFacts({ poll, count }: { poll: AskedPoll; count: CountShown }) {
	const facts = useFacts(poll, count);
	if (facts.length === 0) return null;
	return (
		<ul className={css.facts}>
			{facts.map((fact) => (
				<li key={fact}>{fact}</li>
			))}
		</ul>
	);
}

function useFacts(poll: AskedPoll, { working, cast, abstained }: CountShown): readonly string[] {
	const { t } = useTranslation("voting");
	const { list } = useFormats();
	const labelOf = useOptionLabel(poll);
	const named = (keys: readonly string[]) => list(keys.map(labelOf));
	const ofMethod = () => {
		switch (working.__typename) {
			case "StrongestPaths":
				return isDecidedByChains(working) ? [t("count.chains")] : [];
			case "RunoffRounds":
				return working.rounds.flatMap(({ cases }, place) =>
					cases.map((each) =>
						t("count.case", {
							round: place + 1,
							option: labelOf(each.eliminated),
							winners: named(each.winners),
						}),
					),
				);
			case "TransferStages":
				return [
					t("count.quota", { count: working.quota }),
					...working.stages.flatMap(({ lots }, place) =>
						lots.map((lot) =>
							t("count.lot", { stage: place + 1, tied: named(lot.tied), option: labelOf(lot.chosen) }),
						),
					),
				];
			default:
				return [];
		}
	};
	const isOption = poll.options.some(({ key }) => key === "ABSTAIN");
	const abstentions = isOption ? [] : [t("count.abstained", { count: abstained, of: cast })];
	return [...ofMethod(), ...abstentions];
}
