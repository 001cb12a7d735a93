import type { RefusalCode } from "@crossroads/shared";

/** Where a recommendation stands in its life; the order is the way through it. */
export const recommendationStates = [
	"DRAFT",
	"REVIEW",
	"TABLED",
	"ADOPTED",
	"REJECTED",
	"PUBLISHED",
	"WITHDRAWN",
] as const;

export type RecommendationState = (typeof recommendationStates)[number];

/** What may be wished of a recommendation. */
export type Step = "send-to-review" | "table" | "adopt" | "reject" | "publish" | "withdraw";

/** For each step [R1]: from where it leads, where to, and what is said to those who stand elsewhere. */
const steps: Readonly<
	Record<
		Step,
		{
			from: readonly RecommendationState[];
			to: RecommendationState;
			refusal: (from: RecommendationState) => RefusalCode;
		}
	>
> = {
	"send-to-review": { from: ["DRAFT"], to: "REVIEW", refusal: () => "not-in-draft" },
	table: { from: ["REVIEW"], to: "TABLED", refusal: whyNotTabled },
	adopt: { from: ["TABLED"], to: "ADOPTED", refusal: () => "state-does-not-allow" },
	reject: { from: ["TABLED"], to: "REJECTED", refusal: () => "state-does-not-allow" },
	publish: { from: ["ADOPTED"], to: "PUBLISHED", refusal: () => "state-does-not-allow" },
	withdraw: { from: ["DRAFT", "REVIEW", "TABLED"], to: "WITHDRAWN", refusal: () => "state-does-not-allow" },
};

function whyNotTabled(from: RecommendationState): RefusalCode {
	if (from === "TABLED") return "already-tabled";
	return from === "DRAFT" ? "not-in-review" : "state-does-not-allow";
}

/** Where the step leads from this state, or why it may not be taken. */
export function take(
	step: Step,
	from: RecommendationState,
): { to: RecommendationState; refusal: null } | { refusal: RefusalCode } {
	const { from: allowed, to, refusal } = steps[step];
	return allowed.includes(from) ? { to, refusal: null } : { refusal: refusal(from) };
}

/** Whether the live draft of a recommendation in this state may still be written [R4]. */
export function isWritable(state: RecommendationState): boolean {
	return state === "DRAFT" || state === "REVIEW";
}
