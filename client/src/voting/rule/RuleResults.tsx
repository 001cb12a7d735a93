import type { RuleResult } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import css from "./RuleResults.module.css";

/** Each rule of a result with its figures and whether it was met: by shape, colour and words. Scales with the font size around it. */
export function RuleResults({ rules, className }: { rules: readonly RuleResult[]; className?: string }) {
	const { t } = useTranslation("voting");
	return (
		<ul className={joinClasses(css.rules, className)}>
			{rules.map((rule) => (
				<li key={rule.kind} className={joinClasses(css.rule, rule.isMet ? css.met : css.unmet)}>
					<MetMark isMet={rule.isMet} />
					<span className={css.words}>
						<span className={css.name}>
							{t("result.rule", { name: t(`result.${rule.kind}.name`) })}{" "}
							<strong>{t(rule.isMet ? "result.met" : "result.notMet")}</strong>
						</span>
						<span className={css.figures}>
							{t(`result.${rule.kind}.figures`, { have: rule.have, of: rule.of, needed: rule.needed })}
						</span>
					</span>
				</li>
			))}
		</ul>
	);
}

/** A tick in a disc, or a cross in a square; decoration: the words say it too. */
export function MetMark({ isMet }: { isMet: boolean }) {
	return (
		<svg
			viewBox="0 0 24 24"
			className={joinClasses(css.mark, isMet ? css.met : css.unmet)}
			aria-hidden="true"
		>
			{isMet ? <circle cx="12" cy="12" r="11" /> : <rect x="1" y="1" width="22" height="22" rx="3" />}
			<path d={isMet ? "M6.5 12.5l3.8 3.8 7.2-8" : "M7.5 7.5l9 9m0-9l-9 9"} className={css.stroke} />
		</svg>
	);
}
