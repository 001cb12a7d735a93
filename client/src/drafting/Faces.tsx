import { useTranslation } from "react-i18next";
import { VisuallyHidden } from "../ui/index.ts";
import css from "./Draft.module.css";
import type { DraftWriter } from "./provider/DraftLink.ts";

const mostShown = 8;

/** Who is here: a face for each person, however many tabs they have open; oneself last. */
export function Faces({ writers, personId }: { writers: readonly DraftWriter[]; personId: string }) {
	const { t } = useTranslation("drafting");
	const persons = [...new Map(writers.map((writer) => [writer.personId, writer])).values()];
	const others = persons.filter((writer) => writer.personId !== personId);
	if (others.length === 0) return <p className={css.alone}>{t("faces.alone")}</p>;
	const hidden = others.slice(mostShown);
	return (
		<ul className={css.faces} aria-label={t("faces.label")}>
			{others.slice(0, mostShown).map((writer) => (
				<li key={writer.personId} className={css.face}>
					<Face writer={writer} />
					<span className={css.faceName}>{writer.name}</span>
				</li>
			))}
			{hidden.length > 0 && (
				<li className={css.more}>
					<span aria-hidden="true">+{hidden.length}</span>
					<VisuallyHidden>{hidden.map(({ name }) => name).join(", ")}</VisuallyHidden>
				</li>
			)}
		</ul>
	);
}

function Face({ writer }: { writer: DraftWriter }) {
	const initials = writer.name
		.split(/\s+/)
		.map((word) => word[0] ?? "")
		.join("")
		.slice(0, 2);
	return (
		<span aria-hidden="true" className={css.initials} style={{ background: writer.colour }}>
			{initials.toLocaleUpperCase()}
		</span>
	);
}
