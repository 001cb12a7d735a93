import { useTranslation } from "react-i18next";
import { type BadgeFieldsFragment, ResetJoinAttemptsDocument } from "../../gql/graphql.ts";
import { Badge, Button, StakeholderMark } from "../../ui/index.ts";
import type { Running } from "../live/useRun.ts";
import css from "./Badges.module.css";

interface Props {
	badge: BadgeFieldsFragment;
	event: { title: string; network: { workingLanguage: string } };
	running: Running;
}

/** One badge: who, from where, for which group, and the digits for joining. Printed without the way back in. */
export function BadgeCard({ badge, event, running }: Props) {
	const { t } = useTranslation(["session", "app"]);
	const { id, name, city, group, fourDigits, isLockedOut } = badge;
	return (
		<li className={css.badge}>
			<p className={css.event} lang={event.network.workingLanguage}>
				{event.title}
			</p>
			<h2 className={css.name}>{name}</h2>
			<p className={css.city}>{city}</p>
			<p className={css.group}>
				<StakeholderMark group={group} /> {t(`app:group.${group}`)}
			</p>
			<p className={css.digits}>
				<span className={css.label}>{t("badges.digits")}</span> <strong>{fourDigits}</strong>
			</p>
			{isLockedOut && (
				<div className={css.lockedOut}>
					<Badge tone="danger">{t("badges.lockedOut")}</Badge>
					<Button
						aria-label={t("badges.resetOf", { name })}
						onPress={() => void running.run(ResetJoinAttemptsDocument, { delegateId: id })}
					>
						{t("badges.reset")}
					</Button>
				</div>
			)}
		</li>
	);
}
