import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, EmptyState, TextField, VisuallyHidden } from "../../ui/index.ts";
import css from "./Join.module.css";
import { namesMatching } from "./namesMatching.ts";
import type { NameOnList } from "./views.ts";

interface Props {
	names: readonly Pick<NameOnList, "id" | "name" | "city">[];
	/** Over the field that filters; left out: for finding oneself. */
	label?: string;
	onChoose(id: string): void;
}

/** The names on the event's list, filtered by what is typed of a name or a city. */
export function NameStep({ names, label, onChoose }: Props) {
	const { t } = useTranslation("session");
	const [typed, setTyped] = useState("");
	const found = namesMatching(names, typed);
	if (names.length === 0) return <EmptyState says={t("join.nobody")} />;
	return (
		<div className={css.form}>
			<TextField
				label={label ?? t("join.filter")}
				value={typed}
				onChange={setTyped}
				type="search"
				inputMode="search"
				autoComplete="off"
			/>
			<VisuallyHidden>
				<span role="status">{t("join.found", { count: found.length })}</span>
			</VisuallyHidden>
			{found.length === 0 && <EmptyState says={t("join.notFound")} />}
			<ul className={css.names}>
				{found.map(({ id, name, city }) => (
					<li key={id}>
						<Button isWide className={css.name} onPress={() => onChoose(id)}>
							<span className={css.personName}>{name}</span>
							<span className={css.city}>{city}</span>
						</Button>
					</li>
				))}
			</ul>
		</div>
	);
}
