import { useTranslation } from "react-i18next";
import { ballotChangeInWords, methodAndRuleInWords } from "../rule/ruleInWords.ts";
import css from "./Prepare.module.css";
import type { PollDraft } from "./pollDraft.ts";

/** What voters will read before they vote: how it is answered, when it is adopted, and whether a ballot can be changed. */
export function RuleReadBack({ draft, entitled }: { draft: PollDraft; entitled: number | null }) {
	const { t } = useTranslation("voting");
	const { method, rule } = draft;
	return (
		<section className={css.readBack} aria-live="polite">
			<p className={css.readBackTitle}>{t("prepare.readBack")}</p>
			<p>
				{methodAndRuleInWords(t, rule, entitled, method)} {ballotChangeInWords(t, rule)}
			</p>
		</section>
	);
}
