import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Badge, CityMark, EmptyState, joinClasses, Link } from "../../ui/index.ts";
import type { ActivityLineFragment } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { useWorkingLanguage, Written } from "../network/WorkingLanguage.tsx";
import css from "./Programme.module.css";
import { timePlace, today } from "./whereWeAre.ts";

export interface TimelineProps {
	activities: readonly ActivityLineFragment[];
	/** What would be here. */
	empty: string;
	isThemeShown?: boolean;
}

/** Activities one under the other along a line; transnational ones stand out. */
export function Timeline({ activities, empty, isThemeShown = true }: TimelineProps) {
	if (activities.length === 0) return <EmptyState says={empty} />;
	return (
		<ol className={css.timeline}>
			{activities.map((activity) => (
				<TimelineEntry key={activity.id} {...{ activity, isThemeShown }} />
			))}
		</ol>
	);
}

interface TimelineEntryProps {
	activity: ActivityLineFragment;
	isThemeShown: boolean;
}

function TimelineEntry({ activity, isThemeShown }: TimelineEntryProps) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const language = useWorkingLanguage();
	const place = timePlace(activity, today());
	return (
		<li className={joinClasses(css.entry, css[activity.kind], css[place])}>
			<span className={css.stop} aria-hidden="true" />
			<p className={css.when}>
				{formats.dateRange(activity.startsOn, activity.endsOn) ?? <i>{t("app:dateUnknown")}</i>}
				{place === "now" && <Badge tone="accent">{t("programme.focus.now")}</Badge>}
			</p>
			<p className={css.entryTitle} lang={language}>
				{activity.title}
			</p>
			<EntryFacts {...{ activity, isThemeShown }} />
			{activity.summary && (
				<p className={css.entrySummary} lang={language}>
					{activity.summary}
				</p>
			)}
		</li>
	);
}

function EntryFacts({ activity, isThemeShown }: TimelineEntryProps) {
	const { t } = useTranslation("publicGraph");
	const formats = useFormats();
	const link = useNetworkLink();
	const { kind, host, theme, reportedDelegates } = activity;
	return (
		<p className={css.entryFacts}>
			<span>{t(`programme.kind.${kind}`)}</span>
			{host && (
				<span>
					<CityMark code={host.code} size={16} />{" "}
					<Link href={link(`/partners/${host.code}`)}>{host.city}</Link>
				</span>
			)}
			{isThemeShown && theme && (
				<Link href={link(`/themes/${theme.code}`)}>
					<Written>{theme.title}</Written>
				</Link>
			)}
			{reportedDelegates !== null && (
				<span>
					{t("programme.reported", { count: reportedDelegates, n: formats.number(reportedDelegates) })}
				</span>
			)}
		</p>
	);
}
