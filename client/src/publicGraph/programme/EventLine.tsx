import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Badge, CityMark, EmptyState, joinClasses, Link } from "../../ui/index.ts";
import type { ActivityLineFragment } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { Written } from "../network/WorkingLanguage.tsx";
import css from "./Programme.module.css";
import { indexInFocus, timePlace, today } from "./whereWeAre.ts";

/** The transnational events as stations on a line; the one that is running, next or was last is marked. */
export function EventLine({ activities }: { activities: readonly ActivityLineFragment[] }) {
	const { t } = useTranslation("publicGraph");
	const events = activities.filter((activity) => activity.kind === "TRANSNATIONAL");
	const focus = indexInFocus(events, today());
	if (events.length === 0) return <EmptyState says={t("programme.noEvents")} />;
	return (
		<ol className={css.eventLine}>
			{events.map((event, index) => (
				<Station key={event.id} event={event} isInFocus={index === focus} />
			))}
		</ol>
	);
}

function Station({ event, isInFocus }: { event: ActivityLineFragment; isInFocus: boolean }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const link = useNetworkLink();
	const place = timePlace(event, today());
	return (
		<li className={joinClasses(css.station, css[place], isInFocus && css.inFocus)}>
			<span className={css.stop} aria-hidden="true" />
			<p className={css.when}>
				{formats.dateRange(event.startsOn, event.endsOn) ?? <i>{t("app:dateUnknown")}</i>}
				{isInFocus && <Badge tone="accent">{t(`programme.focus.${place}`)}</Badge>}
			</p>
			<p className={css.stationTitle}>
				{event.host && <CityMark code={event.host.code} />}{" "}
				{event.event?.place ?? event.host?.city ?? event.title}
			</p>
			{event.theme && (
				<Link look="plain" className={css.stationTheme} href={link(`/themes/${event.theme.code}`)}>
					<Written>{event.theme.title}</Written>
				</Link>
			)}
		</li>
	);
}
