import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Badge, EmptyState, Link, TallyBar } from "../../ui/index.ts";
import { tallyParts } from "../../voting/index.ts";
import type { RecommendationBriefFragment } from "../gql/graphql.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import { Written } from "../network/WorkingLanguage.tsx";
import { useVotesInWords } from "../poll/useVotesInWords.ts";
import css from "./Recommendation.module.css";
import { StateBadge } from "./StateBadge.tsx";

export interface RecommendationListProps {
	recommendations: readonly RecommendationBriefFragment[];
	/** What would be here. */
	empty: string;
	isThemeShown?: boolean;
}

/** Recommendations by number, each with its state and, once decided, its votes. */
export function RecommendationList({ recommendations, empty, isThemeShown = true }: RecommendationListProps) {
	if (recommendations.length === 0) return <EmptyState says={empty} />;
	return (
		<ol className={css.list}>
			{recommendations.map((recommendation) => (
				<RecommendationRow key={recommendation.id} {...{ recommendation, isThemeShown }} />
			))}
		</ol>
	);
}

interface RecommendationRowProps {
	recommendation: RecommendationBriefFragment;
	isThemeShown: boolean;
}

function RecommendationRow({ recommendation, isThemeShown }: RecommendationRowProps) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const link = useNetworkLink();
	const { t: tVoting } = useTranslation("voting");
	const inWords = useVotesInWords();
	const { id, number, state, theme, poll, version, isDemonstration } = recommendation;
	return (
		<li className={css.row}>
			<div>
				<p className={css.rowTitle} lang={version.language}>
					<Link look="plain" href={link(`/recommendations/${id}`)}>
						{version.title}
					</Link>
				</p>
				<p className={css.facts}>
					<span>{t("recommendation.number", { number: formats.number(number) })}</span>
					<StateBadge state={state} />
					{isThemeShown && <Written>{theme.title}</Written>}
					{isDemonstration && <Badge>{t("app:demonstration")}</Badge>}
				</p>
			</div>
			{poll?.state === "PUBLISHED" && (
				<div className={css.rowVotes}>
					<TallyBar
						size="slim"
						isKeyHidden
						label={inWords(poll, poll.tally.total)}
						parts={tallyParts(tVoting, poll, poll.tally.total)}
					/>
					<p className={css.facts} aria-hidden="true">
						{inWords(poll, poll.tally.total)}
					</p>
				</div>
			)}
		</li>
	);
}
