import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import type { MemberHomeQuery } from "../../gql/graphql.ts";
import { publicId, Written } from "../../publicGraph/index.ts";
import { Badge, ButtonLink } from "../../ui/index.ts";
import css from "../People.module.css";

type HomeRecommendation = NonNullable<MemberHomeQuery["viewer"]>["recommendations"][number];

/** One recommendation with its state; the way to its draft, where there is one. */
export function HomeRecommendationRow({ recommendation }: { recommendation: HomeRecommendation }) {
	const { t } = useTranslation(["people", "app"]);
	const formats = useFormats();
	const { theme, state, title, language } = recommendation;
	return (
		<li className={css.row}>
			<div>
				<p className={css.rowTitle} lang={language}>
					{title}
				</p>
				<p className={css.rowFacts}>
					<Badge tone={state === "ADOPTED" || state === "PUBLISHED" ? "good" : "plain"}>
						{t(`app:recommendationState.${state}`)}
					</Badge>
					<span>{t("home.number", { number: formats.number(recommendation.number) })}</span>
					<Written>{theme.title}</Written>
				</p>
			</div>
			<div className={css.rowActions}>
				<WayToText recommendation={recommendation} />
			</div>
		</li>
	);
}

/** To the draft while it is written; to the public page once a version has been tabled. */
function WayToText({ recommendation }: { recommendation: HomeRecommendation }) {
	const { t } = useTranslation("people");
	const { id, draft, state, viewerMayWrite } = recommendation;
	const isLive = state === "DRAFT" || state === "REVIEW";
	if (!isLive)
		return (
			<ButtonLink href={`/recommendations/${publicId("Recommendation", id)}`}>{t("home.see")}</ButtonLink>
		);
	if (!draft) return null;
	return (
		<ButtonLink variant={viewerMayWrite ? "primary" : "secondary"} href={`/drafts/${draft.id}`}>
			{viewerMayWrite ? t("home.write") : t("home.read")}
		</ButtonLink>
	);
}
