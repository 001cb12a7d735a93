import { BEST_GRADE } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import css from "./Count.module.css";

/** Which look stands for which grade, the best first as in the bars. */
export function GradeKey() {
	const { t } = useTranslation("voting");
	const grades = Array.from({ length: BEST_GRADE }, (_, place) => BEST_GRADE - place);
	return (
		<p className={css.key} aria-hidden="true">
			{grades.map((grade) => (
				<span key={grade} className={css.keyEntry}>
					<span className={joinClasses(css.swatch, css[`grade${grade}`])} />
					{t(`grade.${grade as 1}`)}
				</span>
			))}
		</p>
	);
}
