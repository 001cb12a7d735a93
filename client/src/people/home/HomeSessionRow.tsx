import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import type { MemberHomeQuery } from "../../gql/graphql.ts";
import { Badge, ButtonLink } from "../../ui/index.ts";
import css from "../People.module.css";

type HomeSession = NonNullable<MemberHomeQuery["viewer"]>["sessions"][number];

/** One session with its event, its time at the place of the event, and the one way in that fits the role. */
export function HomeSessionRow({ session }: { session: HomeSession }) {
	const { t } = useTranslation(["people", "app"]);
	const { event } = session;
	const when = useSessionTime(session);
	return (
		<li className={css.row}>
			<div>
				<p className={css.rowTitle} lang={event.network.workingLanguage}>
					{session.title}
				</p>
				<p className={css.rowFacts}>
					<span>{t(`app:sessionKind.${session.kind}`)}</span>
					<span lang={event.network.workingLanguage}>{event.title}</span>
					<span>{when}</span>
					{session.viewerIsPresent && <Badge tone="good">{t("home.present")}</Badge>}
				</p>
			</div>
			<div className={css.rowActions}>
				{session.viewerMayRun && (
					<>
						<ButtonLink href={`/screen/${session.id}`}>{t("home.screen")}</ButtonLink>
						<ButtonLink variant="primary" href={`/session/${session.id}/run`}>
							{t("home.run")}
						</ButtonLink>
					</>
				)}
				{!session.viewerMayRun && (
					<ButtonLink
						variant={session.viewerMayAttend ? "primary" : "secondary"}
						href={`/session/${session.id}`}
					>
						{session.viewerMayAttend ? t("home.attend") : t("home.watch")}
					</ButtonLink>
				)}
			</div>
		</li>
	);
}

function useSessionTime({ startsAt, event }: HomeSession): string {
	const { t } = useTranslation(["people", "app"]);
	const formats = useFormats();
	if (startsAt && event.place && event.timeZone)
		return t("home.at", { time: formats.dateTime(startsAt, event.timeZone), place: event.place });
	if (startsAt) return formats.dateTime(startsAt, event.timeZone);
	return formats.dateRange(event.startsOn, event.endsOn) ?? t("app:dateUnknown");
}
