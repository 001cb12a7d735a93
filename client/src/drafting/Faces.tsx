import { useTranslation } from "react-i18next";
import { useFormats } from "../app/index.ts";
import { Menu } from "../ui/index.ts";
import css from "./Draft.module.css";
import { goToCaret } from "./editor/carets/goToCaret.ts";
import type { DraftWriter } from "./provider/DraftLink.ts";

const mostFaces = 3;
const mostNames = 2;

/** Who else is here: a face for each person, however many tabs they have open; by the list one goes where they write. */
export function Faces({ writers, personId }: { writers: readonly DraftWriter[]; personId: string }) {
	const { t } = useTranslation("drafting");
	const formats = useFormats();
	const others = personsOf(writers).filter((writer) => writer.personId !== personId);
	if (others.length === 0) return <p className={css.alone}>{t("faces.alone")}</p>;
	const names = formats.list(others.map(({ name }) => name));
	const trigger = (
		<span className={css.faces}>
			{others.slice(0, mostFaces).map((writer) => (
				<span key={writer.personId} className={css.face}>
					<Face writer={writer} />
					{others.length <= mostNames && <span className={css.faceName}>{writer.name}</span>}
				</span>
			))}
			{others.length > mostFaces && (
				<span className={css.more}>+{formats.number(others.length - mostFaces)}</span>
			)}
		</span>
	);
	const entries = others.map((writer) => ({
		key: writer.personId,
		label: (
			<span className={css.face}>
				<Face writer={writer} />
				{writer.name}
			</span>
		),
		onAction: () => goToCaret(writer.clientId),
	}));
	return <Menu trigger={trigger} label={`${t("faces.label")}: ${names}`} entries={entries} />;
}

/** Each person once, with the tab whose caret is in the text where there is one. */
function personsOf(writers: readonly DraftWriter[]): DraftWriter[] {
	const persons = new Map<string, DraftWriter>();
	for (const writer of writers)
		if (!persons.get(writer.personId)?.cursor) persons.set(writer.personId, writer);
	return [...persons.values()];
}

function Face({ writer }: { writer: DraftWriter }) {
	const initials = writer.name
		.split(/\s+/)
		.map((word) => word[0] ?? "")
		.join("")
		.slice(0, 2);
	// Drawn, not written: the button's name says the whole name, and speech control looks for what is written.
	return (
		<span
			aria-hidden="true"
			className={css.initials}
			style={{ background: writer.colour }}
			data-initials={initials.toLocaleUpperCase()}
		/>
	);
}
