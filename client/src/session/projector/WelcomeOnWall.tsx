import { useTranslation } from "react-i18next";
import { CityMark, joinClasses } from "../../ui/index.ts";
import type { LiveScreen } from "../live/views.ts";
import css from "./Wall.module.css";
import { WayIn } from "./WayIn.tsx";

/** Before the start: what this is, how to come in, and which cities are here already. */
export function WelcomeOnWall({
	screen,
	moment,
}: {
	screen: LiveScreen;
	moment: "empty" | "before" | "between";
}) {
	const { t } = useTranslation("session");
	return (
		<div className={css.welcome}>
			<div className={css.hello}>
				<p className={css.kicker}>{t(moment === "between" ? "moment.between" : "wall.welcome")}</p>
				<h1 className={css.huge}>{screen.title}</h1>
				{screen.joinCode && <WayIn code={screen.joinCode} isLarge />}
			</div>
			<ul className={css.arrivals} aria-label={t("presence.byCity")}>
				{screen.presence.byPartner.map(({ partner, present, entitled }) => (
					<li key={partner.id} className={joinClasses(css.arrival, present === 0 && css.isAway)}>
						<CityMark code={partner.code} size={44} />
						<span className={css.cityName}>{partner.city}</span>
						<span className={css.count}>{t("presence.share", { present, of: entitled })}</span>
					</li>
				))}
			</ul>
		</div>
	);
}
