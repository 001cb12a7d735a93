import { type Fraction, fewestFor } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { CityMark, EmptyState, joinClasses, Loading, Section, StakeholderMark } from "../../ui/index.ts";
import { PresenceBar } from "../live/PresenceBar.tsx";
import type { LivePresence } from "../live/views.ts";
import css from "./Facilitator.module.css";

/** The share that is shown while no poll names one. */
const USUAL_QUORUM: Fraction = { numerator: 1, denominator: 2 };

/** Is the room with me: how many are here, whether that is a quorum, by city and by group. */
export function PresenceBoard({
	presence,
	quorum,
}: {
	presence: LivePresence | null;
	quorum: Fraction | null;
}) {
	const { t } = useTranslation("session");
	if (!presence)
		return <Section title={t("presence.title")}>{<Loading label={t("presence.loading")} />}</Section>;
	if (presence.entitled === 0)
		return <Section title={t("presence.title")}>{<EmptyState says={t("presence.nobody")} />}</Section>;
	const needed = fewestFor(presence.entitled, quorum ?? USUAL_QUORUM);
	const isMet = presence.present >= needed;
	return (
		<Section title={t("presence.title")} className={css.presence}>
			<p className={css.presenceHead}>
				<span className={css.figure}>{presence.present}</span>
				<span>
					{t("presence.of", { count: presence.entitled })}
					<span className={joinClasses(css.quorum, isMet ? css.met : css.unmet)}>
						{t(isMet ? "presence.quorumMet" : "presence.quorumMissing", {
							needed,
							count: needed - presence.present,
						})}
					</span>
				</span>
			</p>
			<PresenceBar present={presence.present} entitled={presence.entitled} needed={needed} />
			<ul className={css.groups} aria-label={t("presence.byGroup")}>
				{presence.byGroup.map(({ group, present, entitled }) => (
					<li key={group} className={css.group}>
						<StakeholderMark group={group} size={14} />
						{t(`app:group.${group}`)} <strong>{t("presence.share", { present, of: entitled })}</strong>
					</li>
				))}
			</ul>
			<ul className={css.cities} aria-label={t("presence.byCity")}>
				{presence.byPartner.map(({ partner, present, entitled }) => (
					<li key={partner.id} className={joinClasses(css.city, present === 0 && css.absent)}>
						<CityMark code={partner.code} size={16} />
						<span className={css.cityName}>{partner.city}</span>
						<span>{t("presence.share", { present, of: entitled })}</span>
					</li>
				))}
			</ul>
		</Section>
	);
}
