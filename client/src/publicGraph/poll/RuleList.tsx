import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { joinClasses } from "../../ui/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import css from "./Poll.module.css";

/** Each rule of the decision with its figures and whether it was met: by mark, by colour and in words. */
export function RuleList({ rules }: { rules: NonNullable<PollPictureFragment["result"]>["rules"] }) {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	return (
		<ul className={css.rules}>
			{rules.map(({ kind, isMet, have, of, needed }) => (
				<li key={kind} className={joinClasses(css.rule, isMet ? css.met : css.missed)}>
					<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
						<path
							d={isMet ? "M3 10.5l5 5L17 5" : "M4 4l12 12M16 4L4 16"}
							fill="none"
							stroke="currentColor"
							strokeWidth="2.5"
						/>
					</svg>
					<span>
						<b>{t(isMet ? "poll.met" : "poll.missed", { rule: t(`poll.rule.${kind}.name`) })}</b>{" "}
						{t(`poll.rule.${kind}.figures`, {
							have: formats.number(have),
							of: formats.number(of),
							needed: formats.number(needed),
						})}
					</span>
				</li>
			))}
		</ul>
	);
}
