import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Button, CityMark, Heading, StakeholderMark } from "../../ui/index.ts";
import css from "../People.module.css";
import { type DemoPerson, type DemoPersonGroup, isLookedForFirst } from "./demoPersonGroups.ts";

export interface DemoPersonCityProps {
	group: DemoPersonGroup;
	onChoose(personId: string): void;
	pendingId: string | null;
	/** Panel members who stay at home stand there at once, not behind a line that opens them. */
	isWhole: boolean;
}

/** One city's people as buttons, each with its roles and its third; first those whom a visitor looks for. */
export function DemoPersonCity({ group, isWhole, ...choosing }: DemoPersonCityProps) {
	const { t } = useTranslation("people");
	const first = isWhole ? group.persons : group.persons.filter(isLookedForFirst);
	const others = isWhole ? [] : group.persons.filter((person) => !isLookedForFirst(person));
	return (
		<div>
			<div className={css.cityHead}>
				{group.partnerCode && <CityMark code={group.partnerCode} size={24} />}
				<Heading level={3}>
					{group.city === null ? t("demo.runners") : group.city || t("demo.elsewhere")}
				</Heading>
			</div>
			{first.length > 0 && <People persons={first} {...choosing} />}
			{others.length > 0 && (
				<details className={css.others}>
					<summary>{t("demo.others", { count: others.length })}</summary>
					<People persons={others} {...choosing} />
				</details>
			)}
		</div>
	);
}

interface PeopleProps extends Pick<DemoPersonCityProps, "onChoose" | "pendingId"> {
	persons: readonly DemoPerson[];
}

function People({ persons, onChoose, pendingId }: PeopleProps) {
	const { t } = useTranslation("people");
	return (
		<ul className={css.people}>
			{persons.map((person) => (
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
