import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Button, CityMark, Heading, StakeholderMark } from "../../ui/index.ts";
import css from "../People.module.css";
import type { DemoPerson, DemoPersonGroup } from "./demoPersonGroups.ts";

export interface DemoPersonCityProps {
	group: DemoPersonGroup;
	onChoose(personId: string): void;
	pendingId: string | null;
}

/** One city's people as buttons, each with its roles and its third. */
export function DemoPersonCity({ group, onChoose, pendingId }: DemoPersonCityProps) {
	const { t } = useTranslation("people");
	return (
		<div>
			<div className={css.cityHead}>
				{group.partnerCode && <CityMark code={group.partnerCode} size={24} />}
				<Heading level={3}>
					{group.city === null ? t("demo.runners") : group.city || t("demo.elsewhere")}
				</Heading>
			</div>
			<ul className={css.people}>
				{group.persons.map((person) => (
					<li key={person.id}>
						<Button
							variant="quiet"
							className={css.person}
							onPress={() => onChoose(person.id)}
							isPending={pendingId === person.id}
							pendingLabel={t("demo.entering")}
						>
							<PersonWords person={person} />
						</Button>
					</li>
				))}
			</ul>
		</div>
	);
}

function PersonWords({ person }: { person: DemoPerson }) {
	const { t } = useTranslation("app");
	const formats = useFormats();
	const roles = formats.list(person.roles.map((role) => t(`role.${role}`))) || t("role.none");
	return (
		<>
			{person.group && <StakeholderMark group={person.group} />}
			<span className={css.personWords}>
				<span>{person.name}</span>
				<span className={css.personHint}>
					{person.group ? `${t(`group.${person.group}`)} · ${roles}` : roles}
				</span>
			</span>
		</>
	);
}
