import { useTranslation } from "react-i18next";
import { Disclosure } from "../../ui/index.ts";
import { methodInWords } from "../rule/ruleInWords.ts";
import type { AskedPoll } from "../views.ts";
import css from "./Count.module.css";
import type { CountShown, WorkingShown } from "./countShown.ts";
import { isDecidedByChains } from "./lines/pathLines.ts";
import { DuelTable } from "./tables/DuelTable.tsx";
import { GradeTable } from "./tables/GradeTable.tsx";
import { RoundTable } from "./tables/RoundTable.tsx";
import { StageTable } from "./tables/StageTable.tsx";

/** How it was counted, figure by figure, for whoever wants to follow it; folded. Nothing where the picture says it all. */
export function CountDetails({ poll, count }: { poll: AskedPoll; count: CountShown }) {
	const { t } = useTranslation("voting");
	const { working } = count;
	if (working.__typename === "Sums" || count.cast === 0) return null;
	return (
		<Disclosure summary={t("count.how")}>
			<div className={css.working}>
				<p>{methodInWords(t, poll.method).how}</p>
				<Tables poll={poll} working={working} />
			</div>
		</Disclosure>
	);
}

function Tables({ poll, working }: { poll: AskedPoll; working: WorkingShown }) {
	const { t } = useTranslation("voting");
	switch (working.__typename) {
		case "Sums":
			return null;
		case "StrongestPaths":
			return (
				<>
					<DuelTable poll={poll} caption={t("count.duels")} matrix={working.preferences} />
					{isDecidedByChains(working) && (
						<DuelTable poll={poll} caption={t("count.paths")} matrix={working.paths} />
					)}
				</>
			);
		case "RunoffRounds":
			return <RoundTable poll={poll} working={working} />;
		case "TransferStages":
			return <StageTable poll={poll} working={working} />;
		case "Medians":
			return <GradeTable poll={poll} working={working} />;
	}
}
