import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle, useFormats } from "../../app/index.ts";
import { CityMark, EmptyState, Link, Page, Prose, Section } from "../../ui/index.ts";
import { InitiativePageDocument, type InitiativePageQuery } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { usePublicQuery } from "../network/usePublicQuery.ts";
import { useWorkingLanguage, Written } from "../network/WorkingLanguage.tsx";
import { ReviewBadge } from "./InitiativeList.tsx";
import css from "./Theme.module.css";

type Initiative = Extract<NonNullable<InitiativePageQuery["node"]>, { partner: object }>;

const ASPECTS = ["tried", "forWhom", "effect", "evidence", "transferable"] as const;

/** What was tried, and what its panel says of it. */
export default function InitiativePage() {
	const { id = "" } = useParams();
	const result = usePublicQuery(InitiativePageDocument, { id });
	return (
		<Answer result={result} of={({ node }) => (node && "partner" in node ? node : null)}>
			{(initiative: Initiative) => <InitiativeSheet initiative={initiative} />}
		</Answer>
	);
}

function InitiativeSheet({ initiative }: { initiative: Initiative }) {
	const { t } = useTranslation("publicGraph");
	const language = useWorkingLanguage();
	return (
		<Page title={initiative.title} titleLang={language} kicker={<Kicker initiative={initiative} />}>
			<PageTitle>{initiative.title}</PageTitle>
			{initiative.summary && (
				<Prose lang={language}>
					<p>{initiative.summary}</p>
				</Prose>
			)}
			<Section title={t("initiative.review")} isRuled>
				<Review initiative={initiative} />
			</Section>
		</Page>
	);
}

function Kicker({ initiative }: { initiative: Initiative }) {
	const formats = useFormats();
	const link = useNetworkLink();
	const { partner, theme } = initiative;
	return (
		<>
			<span>
				<CityMark code={partner.code} /> <Link href={link(`/partners/${partner.code}`)}>{partner.city}</Link>,{" "}
				{formats.country(partner.country)}
			</span>
			{theme && (
				<Link href={link(`/themes/${theme.code}`)}>
					<Written>{theme.title}</Written>
				</Link>
			)}
			<ReviewBadge initiative={initiative} />
		</>
	);
}

function Review({ initiative }: { initiative: Initiative }) {
	const { t } = useTranslation("publicGraph");
	const language = useWorkingLanguage();
	const { review, partner } = initiative;
	if (!review) return <EmptyState says={t("initiative.noReview", { city: partner.city })} />;
	return (
		<>
			<dl className={css.review}>
				{ASPECTS.map((aspect) => (
					<div key={aspect}>
						<dt>{t(`initiative.aspect.${aspect}`)}</dt>
						<dd lang={review[aspect] ? language : undefined} className={css.findingText}>
							{review[aspect] ?? <i>{t("initiative.notStated")}</i>}
						</dd>
					</div>
				))}
			</dl>
			<p className={css.cardTitle}>
				{t(review.isRecommended ? "initiative.recommended" : "initiative.notRecommended", {
					city: partner.city,
				})}
			</p>
		</>
	);
}
