import { useTranslation } from "react-i18next";
import { Badge, CityMark, EmptyState, Link } from "../../ui/index.ts";
import type { InitiativeBriefFragment } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { useWorkingLanguage, Written } from "../network/WorkingLanguage.tsx";
import css from "./Theme.module.css";

export interface InitiativeListProps {
	initiatives: readonly InitiativeBriefFragment[];
	/** What would be here. */
	empty: string;
	isPartnerShown?: boolean;
	isThemeShown?: boolean;
}

/** Local initiatives side by side: what it is, whose it is, and whether its panel recommends it. */
export function InitiativeList(props: InitiativeListProps) {
	const { initiatives, empty, isPartnerShown = true, isThemeShown = true } = props;
	if (initiatives.length === 0) return <EmptyState says={empty} />;
	return (
		<ul className={css.cards}>
			{initiatives.map((initiative) => (
				<InitiativeCard key={initiative.id} {...{ initiative, isPartnerShown, isThemeShown }} />
			))}
		</ul>
	);
}

interface InitiativeCardProps {
	initiative: InitiativeBriefFragment;
	isPartnerShown: boolean;
	isThemeShown: boolean;
}

function InitiativeCard({ initiative, isPartnerShown, isThemeShown }: InitiativeCardProps) {
	const link = useNetworkLink();
	const language = useWorkingLanguage();
	const { id, title, summary, partner, theme } = initiative;
	return (
		<li className={css.card}>
			{isPartnerShown && (
				<p className={css.facts}>
					<CityMark code={partner.code} /> {partner.city}
				</p>
			)}
			<p className={css.cardTitle} lang={language}>
				<Link look="plain" href={link(`/initiatives/${id}`)}>
					{title}
				</Link>
			</p>
			{summary && (
				<p className={css.cardText} lang={language}>
					{summary}
				</p>
			)}
			<p className={css.facts}>
				<ReviewBadge initiative={initiative} />
				{isThemeShown && theme && (
					<Link href={link(`/themes/${theme.code}`)}>
						<Written>{theme.title}</Written>
					</Link>
				)}
			</p>
		</li>
	);
}

/** Good practice, reviewed, or not yet reviewed; and whether it is invented for the demonstration. */
export function ReviewBadge({ initiative }: { initiative: InitiativeBriefFragment }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const { isGoodPractice, review, isDemonstration } = initiative;
	return (
		<>
			<Badge tone={isGoodPractice ? "good" : "plain"}>
				{t(
					isGoodPractice
						? "initiative.goodPractice"
						: review
							? "initiative.reviewed"
							: "initiative.notReviewed",
				)}
			</Badge>
			{isDemonstration && <Badge>{t("app:demonstration")}</Badge>}
		</>
	);
}
