import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { CityMark, Countdown } from "../../ui/index.ts";
import type { LiveScreen } from "../live/views.ts";
import { textSize } from "./screenView.ts";
import css from "./Wall.module.css";

interface Props {
	screen: LiveScreen;
	item: LiveScreen["agenda"][number];
}

/** The current item: what it is, since when, and who speaks. */
export function ItemOnWall({ screen, item }: Props) {
	const { t } = useTranslation("session");
	const about =
		item.recommendationTitle && item.recommendationTitle !== item.title ? item.recommendationTitle : null;
	return (
		<div className={css.item}>
			<p className={css.kicker}>
				{t("now.item", { number: item.index + 1, of: screen.agenda.length })} · {t(`itemKind.${item.kind}`)}
			</p>
			<h1 className={css[textSize(item.title)]}>{item.title}</h1>
			{about && <p className={css.about}>{about}</p>}
			{item.startedAt && !screen.speaker && (
				<p className={css.elapsed}>
					<Countdown since={new Date(item.startedAt)} />
					{item.minutes && <span className={css.planned}> / {t("minutes", { count: item.minutes })}</span>}
				</p>
			)}
			{screen.speaker && <Speaker speaker={screen.speaker} />}
		</div>
	);
}

function Speaker({ speaker }: { speaker: NonNullable<LiveScreen["speaker"]> }) {
	const { t } = useTranslation("session");
	return (
		<p className={css.speaker}>
			{speaker.partnerCode && <CityMark code={speaker.partnerCode} size={72} />}
			<span>
				<span className={css.kicker}>{t("floor.hasTheFloor")}</span>
				<span className={css.speakerName}>
					{speaker.personName}
					{speaker.city && <span className={css.speakerCity}>, {speaker.city}</span>}
				</span>
			</span>
		</p>
	);
}

/** A break: until when. */
export function BreakOnWall({ screen, item }: Props) {
	const { t } = useTranslation("session");
	const { time } = useFormats();
	const ends = item.startedAt && item.minutes ? Date.parse(item.startedAt) + item.minutes * 60_000 : null;
	return (
		<div className={css.item}>
			<p className={css.kicker}>{t("itemKind.BREAK")}</p>
			<h1 className={css[textSize(item.title)]}>{item.title}</h1>
			{ends && (
				<p className={css.about}>{t("wall.weGoOn", { time: time(new Date(ends), screen.timeZone) })}</p>
			)}
		</div>
	);
}

/** After the last item. */
export function EndOnWall({ screen }: { screen: LiveScreen }) {
	const { t } = useTranslation("session");
	return (
		<div className={css.item}>
			<p className={css.kicker}>{screen.title}</p>
			<h1 className={css.large}>{t("wall.end")}</h1>
			<p className={css.about}>{t("wall.thanks")}</p>
		</div>
	);
}
