import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/index.ts";
import type { PublicRecommendationState } from "../gql/graphql.ts";

const TONES = {
	TABLED: "accent",
	ADOPTED: "good",
	PUBLISHED: "good",
	REJECTED: "danger",
	WITHDRAWN: "plain",
} as const;

/** A recommendation's state in a word. */
export function StateBadge({ state }: { state: PublicRecommendationState }) {
	const { t } = useTranslation("app");
	return <Badge tone={TONES[state]}>{t(`recommendationState.${state}`)}</Badge>;
}
