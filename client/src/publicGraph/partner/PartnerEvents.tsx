import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Badge, EmptyState, Link } from "../../ui/index.ts";
import type { ActivityLineFragment } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { useWorkingLanguage, Written } from "../network/WorkingLanguage.tsx";
import css from "./Partner.module.css";
import type { PublicPartner } from "./publicPartner.ts";

export interface PartnerEventsProps {
	partner: PublicPartner;
	activities: readonly ActivityLineFragment[];
}

/** The events that the city hosts or sends a delegation to. */
export function PartnerEvents({ partner, activities }: PartnerEventsProps) {
	const { t } = useTranslation("publicGraph");
	const parts = activities.flatMap((activity) => {
		const delegation = activity.event?.delegations.find((each) => each.partner.id === partner.id);
		const isHost = activity.kind === "TRANSNATIONAL" && activity.host?.id === partner.id;
		return isHost || delegation ? [{ activity, isHost, size: delegation?.size ?? 0 }] : [];
	});
	if (parts.length === 0) return <EmptyState says={t("partner.noEvents", { city: partner.city })} />;
	return (
		<ul className={css.events}>
			{parts.map((part) => (
				<EventPart key={part.activity.id} {...part} />
			))}
		</ul>
	);
}

function EventPart({
	activity,
	isHost,
	size,
}: {
	activity: ActivityLineFragment;
	isHost: boolean;
	size: number;
}) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const link = useNetworkLink();
	return (
		<li className={css.event}>
			<p className={css.eventTitle} lang={useWorkingLanguage()}>
				{activity.title}
			</p>
			<p className={css.facts}>
				<span>{formats.dateRange(activity.startsOn, activity.endsOn) ?? <i>{t("app:dateUnknown")}</i>}</span>
				{isHost && <Badge tone="accent">{t("partner.host")}</Badge>}
				{size > 0 && <span>{t("partner.delegation", { count: size })}</span>}
				{activity.theme && (
					<Link href={link(`/themes/${activity.theme.code}`)}>
						<Written>{activity.theme.title}</Written>
					</Link>
				)}
			</p>
		</li>
	);
}
